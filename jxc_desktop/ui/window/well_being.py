"""How the shop is: its backup, its books, its printer; each in few words, a problem never hidden."""

from dataclasses import dataclass
from datetime import date, datetime

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.status_line import StatusItem

BACKUP, BOOKS, PRINTER, PLACE = "backup", "books", "printer", "place"


@dataclass(frozen=True, slots=True)
class WellBeing:
    """What is known now.

    Attributes:
        backed_up_at: when the newest backup was made; has_backup_failed: the last one could not be.
        checked_on: when the books were last found to hold; faults: what a check found since, in words.
        printer_fault: why nothing is printed; waiting: how many receipts wait.
        synced_by: the sync program in whose folder the shop file lies.
    """

    backed_up_at: datetime | None = None
    has_backup_failed: bool = False
    checked_on: date | None = None
    faults: tuple[str, ...] = ()
    printer_fault: str = ""
    waiting: int = 0
    synced_by: str = ""

    def items(self, today: date) -> list[StatusItem]:
        """For the foot of the window, from left to right."""
        return [*self._place(), self._backup(today), *self._books(), self._printer()]

    def explained(self, today: date) -> list[tuple[StatusItem, str]]:
        """The same with what is behind it."""
        notes = {
            PLACE: _("同步会在写的时候复制它，可能弄坏；关掉程序，把店铺文件移到别的文件夹再打开，备份可以放在那里"),
            BACKUP: self._backup_note(),
            BOOKS: self._books_note(),
            PRINTER: self._printer_note(),
        }
        return [(item, notes[item.name]) for item in self.items(today)]

    def _place(self) -> list[StatusItem]:
        if not self.synced_by:
            return []
        return [StatusItem(PLACE, _("店铺文件在 {program} 里").format(program=self.synced_by), tone=Tone.WARNING)]

    def _backup(self, today: date) -> StatusItem:
        if self.has_backup_failed:
            return StatusItem(BACKUP, _("备份失败"), tone=Tone.DANGER)
        if self.backed_up_at is None or self.backed_up_at.date() != today:
            return StatusItem(BACKUP, _("今天还没备份"), tone=Tone.WARNING)
        return StatusItem(BACKUP, _("已备份 {time}").format(time=f"{self.backed_up_at:%H:%M}"), tone=Tone.SUCCESS)

    def _backup_note(self) -> str:
        if self.backed_up_at is None:
            return _("还没有备份；关窗口时会自动备份")
        last = _("最近一份 {moment}").format(moment=f"{self.backed_up_at:%Y-%m-%d %H:%M}")
        if self.has_backup_failed:
            return _("{last}；上次关窗口时没能备份，看看磁盘还有没有空间").format(last=last)
        return _("{last}；关窗口时会自动备份").format(last=last)

    def _books(self) -> list[StatusItem]:
        if self.faults:
            words = _("账目有 {count} 处不符").format(count=len(self.faults))
            return [StatusItem(BOOKS, words, tone=Tone.DANGER)]
        return [StatusItem(BOOKS, _("账目一致"), tone=Tone.SUCCESS)] if self.checked_on else []

    def _books_note(self) -> str:
        if self.faults:
            return "\n".join(self.faults[:3])
        return _("{day} 核对过").format(day=self.checked_on)

    def _printer(self) -> StatusItem:
        tone = Tone.WARNING if self.printer_fault else Tone.SUCCESS
        if self.waiting:
            words = _("待打 {count}").format(count=self.waiting)
            return StatusItem(PRINTER, " ".join(filter(None, (self.printer_fault, words))), tone=Tone.WARNING)
        return StatusItem(PRINTER, self.printer_fault or _("小票机 就绪"), tone=tone)

    def _printer_note(self) -> str:
        return _("没打出来的小票会留着，不影响卖货") if self.waiting else ""
