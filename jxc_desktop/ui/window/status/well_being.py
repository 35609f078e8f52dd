"""How the shop is: its backup, its books, its printer; each in few words, a problem never hidden."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jxc_desktop.models.values.backup_file import SecondPlace
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.status_line import StatusItem

BACKUP, BOOKS, PRINTER, PLACE, SECOND, CLOCK = "backup", "books", "printer", "place", "second", "clock"
# A disk that dies takes what was copied to it along: so long at most there is no copy elsewhere.
SECOND_AFTER = timedelta(days=7)
# Two clocks are never quite the same.
CLOCK_MAY_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class WellBeing:
    """What is known now.

    Attributes:
        backed_up_at: when the newest backup was made; has_backup_failed: the last one could not be.
        first_backup_at: when the oldest was made. second: where another copy goes; None: nowhere.
        checked_on: when the books were last found to hold; faults: what a check found since, in words.
        printer_fault: why nothing is printed; waiting: how many receipts wait.
        synced_by: the sync program in whose folder the shop file lies.
        clock_behind: when something was last written into the books, where the clock now shows an earlier time.
    """

    backed_up_at: datetime | None = None
    has_backup_failed: bool = False
    first_backup_at: datetime | None = None
    second: SecondPlace | None = None
    checked_on: date | None = None
    faults: tuple[str, ...] = ()
    printer_fault: str = ""
    waiting: int = 0
    synced_by: str = ""
    clock_behind: datetime | None = None

    def items(self, today: date) -> list[StatusItem]:
        """For the foot of the window, from left to right."""
        return [
            *self._clock(),
            *self._place(),
            *self._second(today),
            self._backup(today),
            *self._books(),
            self._printer(),
        ]

    def explained(self, today: date) -> list[tuple[StatusItem, str]]:
        """The same with what is behind it."""
        notes = {
            CLOCK: self._clock_note(),
            PLACE: _("同步会在写的时候复制它，可能弄坏；关掉程序，把店铺文件移到别的文件夹再打开，备份可以放在那里"),
            SECOND: self._second_note(),
            BACKUP: self._backup_note(),
            BOOKS: self._books_note(),
            PRINTER: self._printer_note(),
        }
        return [(item, notes[item.name]) for item in self.items(today)]

    def _clock(self) -> list[StatusItem]:
        return [StatusItem(CLOCK, _("电脑时间慢了"), tone=Tone.WARNING)] if self.clock_behind else []

    def _clock_note(self) -> str:
        last = _("账里最近一笔记在 {moment}，比现在还晚").format(moment=_moment(self.clock_behind))
        return _("{last}；把电脑的日期和时间改对，再接着卖。单子按电脑显示的日期记").format(last=last)

    def _place(self) -> list[StatusItem]:
        if not self.synced_by:
            return []
        return [StatusItem(PLACE, _("店铺文件在 {program} 里").format(program=self.synced_by), tone=Tone.WARNING)]

    def _second(self, today: date) -> list[StatusItem]:
        """Only where nothing has gone elsewhere for a week."""
        copied = self.second.copied_at if self.second else None
        since = copied or self.first_backup_at
        if since is None or today - since.date() < SECOND_AFTER:
            return []
        if self.second is None:
            words = _("备份只在这块盘上")
        elif copied is None:
            words = _("第二处还没有备份")
        else:
            words = _("第二处 {days} 天没备份").format(days=(today - copied.date()).days)
        return [StatusItem(SECOND, words, tone=Tone.WARNING)]

    def _second_note(self) -> str:
        if self.second is None:
            return _("这块盘坏了，账和备份就一起没了；到“设置 → 备份与恢复”选一个 U 盘或另一块盘")
        if not self.second.is_reachable:
            return _("{folder} 没连上；插上以后点“现在备份”").format(folder=self.second.folder)
        return _("点“现在备份”，就会再放一份到 {folder}").format(folder=self.second.folder)

    def _backup(self, today: date) -> StatusItem:
        if self.has_backup_failed:
            return StatusItem(BACKUP, _("备份失败"), tone=Tone.DANGER)
        if self.backed_up_at is None or self.backed_up_at.date() < today:
            return StatusItem(BACKUP, _("今天还没备份"), tone=Tone.WARNING)
        return StatusItem(BACKUP, _("已备份 {time}").format(time=f"{self.backed_up_at:%H:%M}"), tone=Tone.SUCCESS)

    def _backup_note(self) -> str:
        if self.backed_up_at is None:
            return _("还没有备份；关窗口时会自动备份")
        last = _("最近一份 {moment}").format(moment=_moment(self.backed_up_at))
        if self.has_backup_failed:
            return _("{last}；上次没能备份，看看磁盘还有没有空间").format(last=last)
        return _("{last}；关窗口时会自动备份").format(last=last)

    def _books(self) -> list[StatusItem]:
        if self.faults:
            words = _("账目有 {count} 处不符").format(count=len(self.faults))
            return [StatusItem(BOOKS, words, tone=Tone.DANGER)]
        return [StatusItem(BOOKS, _("账目一致"), tone=Tone.SUCCESS)] if self.checked_on else []

    def _books_note(self) -> str:
        if not self.faults:
            return _("{day} 核对过").format(day=self.checked_on)
        shown = self.faults[:3]
        return "\n".join([*shown, *([_("按 F4 看全部")] if len(self.faults) > len(shown) else [])])

    def _printer(self) -> StatusItem:
        tone = Tone.WARNING if self.printer_fault else Tone.SUCCESS
        if self.waiting:
            words = _("待打 {count}").format(count=self.waiting)
            return StatusItem(PRINTER, " ".join(filter(None, (self.printer_fault, words))), tone=Tone.WARNING)
        return StatusItem(PRINTER, self.printer_fault or _("小票机 就绪"), tone=tone)

    def _printer_note(self) -> str:
        return _("没打出来的小票会留着，不影响卖货") if self.waiting else ""


def is_clock_behind(now: datetime, last_act_at: datetime | None) -> bool:
    """Whether the clock shows a time before what is in the books already."""
    return last_act_at is not None and last_act_at - now > CLOCK_MAY_DIFFER


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
