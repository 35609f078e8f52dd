"""Every scan, wherever the focus is: keys are held back at the window until it is sure whose they are."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox
from shiboken6 import isValid
from typing_extensions import override

from jxc_desktop.ui.widgets.scan_burst import LONG_AGO, Burst, Decision, Fate, Key, KeyKind, Moment, ScanSettings

IDLE_MS = 60
TIMER_AFTER_GAP_MS = 5
LATE_MS = 15
SECOND_TRY_MS = 10
ENTER_AFTER_INPUT_METHOD_MS = 50

_MODIFIERS = frozenset(
    key.value
    for key in (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    )
)
_ENDS = frozenset(key.value for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab))
_ENDING_TEXTS = frozenset("\r\n\t")
# Enum flags cost 2 microseconds a test, whole numbers a tenth of one; this runs for every key of the program.
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
).value

_Held = tuple[QObject, QEvent]


def wall_clock_ms() -> int:
    """Milliseconds of a clock that never jumps."""
    return time.monotonic_ns() // 1_000_000


class ScanFilter(QObject):
    """Takes scans out of the keys of whatever window has the focus, and lets a person's keys through in order.

    Single printable keys never reach a shortcut: a page takes them in ``keyPressEvent``. A field marked with the
    property ``number`` needs a longer code, so that a quickly typed amount stays one.

    Signals:
        scanned: a code as it was sent, without its Enter. It comes out of the middle of a key: who hears it must
            not open a dialog with ``exec()``; ``when_idle`` is for that.
        input_method_in_the_way: an Enter came right after text of an input method, as when it ate a scan.
    """

    scanned = Signal(str)
    input_method_in_the_way = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        settings: ScanSettings | None = None,
        *,
        clock: Callable[[], int] = wall_clock_ms,
        key_time: Callable[[QKeyEvent], int] = QKeyEvent.timestamp,
    ) -> None:
        super().__init__(application)
        self._burst = Burst(settings or ScanSettings())
        self._clock = clock
        self._key_time = key_time
        self._held: list[_Held] = []
        self._last_burst: list[_Held] = []
        self._is_passing = False
        self._last_key_ms = -IDLE_MS
        self._composed = LONG_AGO
        self._typed_into: QObject | None = None
        self._waiting: list[Callable[[], None]] = []
        self._set_up_timers()
        self._handlers = self._handlers_by_event()
        self._follow(application)

    @property
    def settings(self) -> ScanSettings:
        """How this shop's scanner types; set it to change it from the next key on."""
        return self._burst.settings

    @settings.setter
    def settings(self, settings: ScanSettings) -> None:
        self._burst.settings = settings

    @property
    def scanned_gap_ms(self) -> int:
        """The longest pause between two keys of the last code."""
        return self._burst.scanned_gap_ms

    def is_idle(self) -> bool:
        """Whether no key is held and the last one came at least 60 ms ago."""
        return not self._burst.is_held and self._clock() - self._last_key_ms >= IDLE_MS

    def quiet_ms(self) -> int:
        """How long no key has come."""
        return self._clock() - self._last_key_ms

    def when_idle(self, callback: Callable[[], None]) -> None:
        """Call back as soon as no burst is under way, now if none is.

        A window that opens by itself waits for this: keys are lost while the focus moves.
        """
        if not self._waiting and self.is_idle():
            callback()
            return
        self._waiting.append(callback)
        self._idle_timer.start(IDLE_MS)

    def give_back_last(self) -> bool:
        """Type the last code into its window after all; whether there was one and no key has been typed since."""
        held, self._last_burst = self._last_burst, []
        self._replay(held)
        return bool(held)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Keep a key from its window, or let it through."""
        if self._is_passing:
            # Cleared here and not after sending: the key may open a dialog whose keys must be looked at.
            self._is_passing = False
            return False
        handler = self._handlers.get(event.type())
        return handler is not None and handler(watched, event)

    def _set_up_timers(self) -> None:
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_pause)
        self._due_ms = 0
        self._is_second_try = False
        self._idle_timer = QTimer(self, singleShot=True)
        self._idle_timer.timeout.connect(self._on_idle_time)

    def _handlers_by_event(self) -> dict[QEvent.Type, Callable[[QObject, QEvent], bool]]:
        return {
            QEvent.Type.ShortcutOverride: self._on_shortcut_override,
            QEvent.Type.KeyPress: self._on_press,
            QEvent.Type.KeyRelease: self._on_release,
            QEvent.Type.MouseButtonPress: self._on_mouse_press,
            QEvent.Type.InputMethod: self._on_input_method,
        }

    def _follow(self, application: QGuiApplication) -> None:
        application.focusWindowChanged.connect(self._on_window_changed)
        application.focusObjectChanged.connect(self._on_object_changed)
        self._on_window_changed(application.focusWindow())
        self._on_object_changed(application.focusObject())

    def _on_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _on_object_changed(self, target: QObject | None) -> None:
        # Input-method text goes round the window, straight to the object that has the focus.
        former = self._typed_into
        if former is not None and isValid(former):
            former.removeEventFilter(self)
        self._typed_into = None if target is None or target.isWindowType() else target
        if self._typed_into is not None:
            self._typed_into.installEventFilter(self)

    def _on_shortcut_override(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not watched.isWindowType():
            return False
        if not self._burst.claims(self._key(event)):
            return False
        event.accept()
        return True

    def _on_press(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not watched.isWindowType():
            return False
        key = self._key(event)
        self._notice_lone_enter(key)
        return self._decide(key, watched, event)

    def _on_release(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not watched.isWindowType():
            return False
        fate = self._burst.release(_place(event), event.isAutoRepeat())
        if fate is Fate.HOLD:
            self._held.append((watched, event.clone()))
        return fate is not Fate.PASS

    def _on_mouse_press(self, watched: QObject, event: QEvent) -> bool:
        return watched.isWindowType() and self._carry_out(self._burst.interrupt(), watched, event)

    def _on_input_method(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputMethodEvent):
            return False
        text = event.commitString()
        if not text and not event.preeditString():
            return False
        if _is_one_key(event):
            key = Key(KeyKind.CHARACTER, text, 0, Moment(0, self._clock()), in_number=_has_number_focus())
            return self._decide(key, watched, event)
        self._composed = Moment(0, self._clock())
        return self._carry_out(self._burst.interrupt(), watched, event)

    def _decide(self, key: Key, target: QObject, event: QEvent) -> bool:
        self._last_key_ms = key.at.wall
        decision = self._burst.press(key)
        if decision.fate is not Fate.EAT and key.kind not in (KeyKind.MODIFIER, KeyKind.OTHER):
            self._last_burst = []
        return self._carry_out(decision, target, event)

    def _carry_out(self, decision: Decision, target: QObject, event: QEvent | None) -> bool:
        released = self._let_go() if decision.gives_back or decision.code is not None else []
        if decision.fate is Fate.HOLD and event is not None:
            self._held.append((target, event.clone()))
        if decision.waits:
            self._wait()
        if decision.gives_back:
            self._replay(released)
        if decision.code is not None:
            self._last_burst = released
            self.scanned.emit(decision.code)
        return decision.fate is not Fate.PASS

    def _let_go(self) -> list[_Held]:
        self._timer.stop()
        held, self._held = self._held, []
        return held

    def _replay(self, held: list[_Held]) -> None:
        for target, event in held:
            if isValid(target):
                self._pass(target, event)

    def _pass(self, target: QObject, event: QEvent) -> None:
        """Whatever hears the key may fail: the keys after it still come, and each of them once."""
        self._is_passing = True
        try:
            QCoreApplication.sendEvent(target, event)
        except Exception as error:  # noqa: BLE001  said as Qt says it of a key that was not held
            sys.excepthook(type(error), error, error.__traceback__)
        finally:
            self._is_passing = False

    def _wait(self) -> None:
        pause_ms = self._burst.settings.gap_ms + TIMER_AFTER_GAP_MS
        self._is_second_try = False
        self._due_ms = self._clock() + pause_ms
        self._timer.start(pause_ms)

    def _on_pause(self) -> None:
        # A timer that comes late was blocked, and the keys of the rest of the burst stand in line behind it.
        if not self._is_second_try and self._clock() - self._due_ms > LATE_MS:
            self._is_second_try = True
            self._timer.start(SECOND_TRY_MS)
            return
        self._carry_out(self._burst.pause(), self, None)

    def _on_idle_time(self) -> None:
        if not self.is_idle():
            self._idle_timer.start(IDLE_MS)
            return
        waiting, self._waiting = self._waiting, []
        for callback in waiting:
            callback()

    def _notice_lone_enter(self, key: Key) -> None:
        is_lone = key.kind is KeyKind.END and not self._burst.is_held
        if is_lone and replace(key.at, stamp=0).since(self._composed) < ENTER_AFTER_INPUT_METHOD_MS:
            self.input_method_in_the_way.emit()

    def _key(self, event: QKeyEvent) -> Key:
        at = Moment(self._key_time(event), self._clock())
        return Key(_kind(event), event.text(), _place(event), at, event.isAutoRepeat(), _has_number_focus())


def _kind(event: QKeyEvent) -> KeyKind:
    key, text = event.key(), event.text()
    if key in _MODIFIERS:
        return KeyKind.MODIFIER
    if key in _ENDS or (text in _ENDING_TEXTS and key != Qt.Key.Key_Backtab.value):
        return KeyKind.END
    if not text or key == Qt.Key.Key_Escape.value:
        return KeyKind.OTHER
    if "\x1b" <= text <= "\x1f":
        return KeyKind.CONTROL
    is_command = event.modifiers().value & _COMMANDS
    return KeyKind.CHARACTER if text.isprintable() and not is_command else KeyKind.OTHER


def _place(event: QKeyEvent) -> int:
    # Shift and 1 go down as "!" and may come up as "1": only the key's place stays the same.
    return event.nativeScanCode() or -event.key()


def _is_one_key(event: QInputMethodEvent) -> bool:
    text = event.commitString()
    if len(text) != 1 or event.preeditString() or event.replacementLength():
        return False
    return "!" <= text <= "~" or "\uff01" <= text <= "\uff5e"


def _has_number_focus() -> bool:
    target = QGuiApplication.focusObject()
    return target is not None and (isinstance(target, QAbstractSpinBox) or bool(target.property("number")))
