"""上线清单: what a new shop still has to do before it opens. It goes away by itself when all of it is done."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from jxc_desktop.services.changes import Change
from jxc_desktop.services.people.go_live import GoLiveRow, GoLiveState, GoLiveStep
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.window.go_live.go_live_list import GoLiveList, ShownStep
from jxc_desktop.ui.window.go_live.ways import GO_LIVE, WAYS


class GoLivePage(Page):
    """Six steps, each with what the shop's own books say of it.

    Attributes:
        list: the steps.
    """

    key = GO_LIVE
    icon = "list-check"
    stale_on = frozenset({Change.PRODUCTS, Change.STOCK, Change.SALES, Change.PEOPLE, Change.SETTINGS, Change.PAPER})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._go_live = surroundings.shop.go_live
        self._open = KeyButton(_("去办这一步"), "Enter", ButtonKind.PRIMARY, icon="arrow-right")
        self._drop = KeyButton(_("不需要"), "Delete")
        self._header = PageHeader(self.title(), (self._drop, self._open))
        self._notice, self.list = NoticeLine(), GoLiveList()
        self._open.clicked.connect(self._open_chosen)
        self._drop.clicked.connect(self._drop_chosen)
        self.list.opened.connect(self._go)
        self.list.dropped.connect(self._set_needed)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._show_word())
        self._lay_out()

    @staticmethod
    @override
    def title() -> str:
        return _("上线清单")

    @override
    def reload(self) -> None:
        perform(self._go_live.rows, self._show, lambda said, _error: self._notice.say_refused(said))

    @override
    def focus_first(self) -> None:
        """Not everything it looks at tells of its changes: a second place for backups is no act of the shop."""
        self.reload()
        self.list.setFocus()

    @override
    def take_scan(self, code: str) -> None:
        """Goods are sold at the counter: it says so."""
        self._notice.say(LineKind.WARNING, _("扫到 {code}。要卖它，先到收银台").format(code=code))

    def _show(self, rows: list[GoLiveRow]) -> None:
        following = next((row.step for row in rows if row.state is GoLiveState.OPEN), None)
        self.list.show_steps([_shown(row, row.step is following) for row in rows])
        done = sum(row.state is not GoLiveState.OPEN for row in rows)
        note = _("{count} 步，办好 {done} 步；全办好这一页就收起来").format(count=len(rows), done=done)
        self._header.show_title(self.title(), note)
        if following is None:
            self._notice.say(LineKind.SUCCESS, _("都办好了，可以开张了；这一页下次不再出现"))
        self._show_word()

    def _show_word(self) -> None:
        shown = self.list.chosen()
        is_dropped = shown is not None and shown.state is GoLiveState.NOT_NEEDED
        self._drop.setText(_("还是要办") if is_dropped else _("不需要"))
        self._drop.refuse(_("已经办好了") if shown is not None and shown.state is GoLiveState.DONE else "")
        self._drop.updateGeometry()

    def _open_chosen(self) -> None:
        shown = self.list.chosen()
        if shown is not None:
            self._go(shown.step)

    def _drop_chosen(self) -> None:
        shown = self.list.chosen()
        if shown is not None:
            self._set_needed(shown.step)

    def _go(self, step: GoLiveStep) -> None:
        self.surroundings.show_page(WAYS[step], None)

    def _set_needed(self, step: GoLiveStep) -> None:
        shown = self.list.chosen()
        if shown is None or shown.state is GoLiveState.DONE:
            return
        is_needed = shown.state is GoLiveState.NOT_NEEDED
        perform(
            lambda: self._go_live.set_needed(step, is_needed),
            lambda _nothing: self.reload(),
            lambda said, _error: self._notice.say_refused(said),
        )

    def _lay_out(self) -> None:
        px = look().px
        panel = Panel()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(12))
        column.addWidget(self._header)
        column.addWidget(self._notice)
        column.addWidget(panel, 1)
        keys = (("↑ ↓", _("选")), ("Enter", _("去办")), ("1–6", _("直接去办")), ("Delete", _("不需要")))
        column.addWidget(HintLine([KeyHint(key, word) for key, word in keys]))


def _shown(row: GoLiveRow, is_next: bool) -> ShownStep:
    word, sentence = _words(row)
    return ShownStep(row.step, row.state, word, sentence, is_next)


def _words(row: GoLiveRow) -> tuple[str, str]:
    """What a step is called, and one sentence on how far it is."""
    count = row.count
    match row.step:
        case GoLiveStep.PRODUCTS:
            none = _("从表格导入最快；也可以扫一件、建一件")
            return _("商品"), _("已有 {count} 种，随时可以再导入").format(count=count) if count else none
        case GoLiveStep.OPENING_STOCK:
            none = _("货架上有多少、进价多少，录一次；不录也能先卖")
            return _("期初库存"), _("库存已经有数了") if count else none
        case GoLiveStep.PRINTER:
            none = _("打一张测试页：字清楚、两边不缺，就装好了")
            return _("打印机"), _("测试页已经打过") if count else none
        case GoLiveStep.OPERATORS:
            none = _("现在只有老板一个人；给收银员各建一个名字，账上才分得清是谁")
            return _("操作员"), _("已有 {count} 人").format(count=count) if count > 1 else none
        case GoLiveStep.TEST_SALE:
            none = _("卖一件试试，从扫码到小票走一遍；试完可以在零售单里红冲")
            return _("试卖一单"), _("已经卖过了；试的那一单可以在零售单里红冲") if count else none
        case GoLiveStep.BACKUP_PLACE:
            none = _("每次关窗口会自动备份；再选一个 U 盘或别的盘，电脑坏了也不怕")
            return _("备份位置"), _("备份会放到第二处，插着就拷") if count else none
