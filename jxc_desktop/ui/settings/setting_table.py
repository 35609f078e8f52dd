"""Every setting, by the page it is on: the one table of them."""

from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.services.people.settings import (
    BUSINESS_DAY_CUT,
    GENERAL_TAXPAYER_FROM,
    LANGUAGE,
    OVERSOLD_AT_COUNTER,
    OVERSOLD_IN_OFFICE,
    PRINTS_RECEIPTS,
    RECEIPT_FOOTER,
    RECEIPT_HEADING,
    RECEIPT_NOTE,
    RECEIPT_WIDTH,
    ROUNDING_AT_COUNTER,
    SHOP_NAME,
)
from jxc_desktop.services.words import _
from jxc_desktop.ui.settings.setting_row import How, Option, SettingPlan, SettingRow
from jxc_desktop.ui.widgets.pc_choices import (
    LOCK_AFTER,
    SCAN_END,
    SCAN_GAP,
    SCAN_PREFIX,
    SCAN_SUFFIX,
    SOUNDS,
    TEXT_SIZE,
    THEME,
    VOLUME,
)

_OVERSOLD = (
    Option(OversoldRule.ALLOW.value, lambda: _("照卖")),
    Option(OversoldRule.WARN.value, lambda: _("提醒")),
    Option(OversoldRule.FORBID.value, lambda: _("不许")),
)


def _share(percent: int) -> Option:
    return Option(str(percent), lambda: f"{percent}%")


def _minutes(count: str) -> Option:
    return Option(count, lambda: _("{count} 分钟").format(count=count))


def _for_shop() -> str:
    return _("整个店都一样")


def _for_pc() -> str:
    return _("只管这台电脑")


SHOP = SettingPlan(
    "settings.shop",
    "building-store",
    lambda: _("店铺"),
    _for_shop,
    (
        SettingRow(SHOP_NAME, lambda: _("店名"), lambda: _("写在窗口上、小票上和报表上"), How.WORDS),
        SettingRow(
            LANGUAGE,
            lambda: _("语言"),
            lambda: _("屏幕、小票和报表用的语言"),
            options=(Option("zh", lambda: "中文"), Option("en", lambda: "English")),
        ),
        SettingRow(
            BUSINESS_DAY_CUT,
            lambda: _("一天从几点算起"),
            lambda: _("半夜还开门的店：这个钟点以前卖的，算前一天的账"),
            How.NUMBER,
            unit=lambda: _("点"),
            fault=lambda: _("要在 0 到 6 之间"),
        ),
        SettingRow(
            ROUNDING_AT_COUNTER,
            lambda: _("收银抹零"),
            lambda: _("每一单自动抹去零头；收款前还可以按 F10 改"),
            options=(
                Option("0", lambda: _("不抹")),
                Option("10", lambda: _("抹到角")),
                Option("100", lambda: _("抹到元")),
            ),
        ),
        SettingRow(
            OVERSOLD_AT_COUNTER,
            lambda: _("收银台卖超库存"),
            lambda: _("账上没有那么多货的时候还卖不卖"),
            options=_OVERSOLD,
        ),
        SettingRow(
            OVERSOLD_IN_OFFICE,
            lambda: _("后台出货超库存"),
            lambda: _("退给供应商、红冲这些单子，账上货不够时过不过账"),
            options=_OVERSOLD,
        ),
        SettingRow(
            GENERAL_TAXPAYER_FROM,
            lambda: _("从哪天起是一般纳税人"),
            lambda: _("空着就是小规模纳税人或个体户；写上日期，那天起进货成本不含可抵扣的税"),
            How.DAY,
        ),
        SettingRow(
            LOCK_AFTER,
            lambda: _("没人用就锁屏"),
            lambda: _("只管这台电脑：这么久没碰键盘和鼠标，就要重新输密码；没设密码的人不锁"),
            options=(
                Option("", lambda: _("不锁")),
                *(_minutes(count) for count in ("5", "10", "30")),
            ),
        ),
    ),
)

RECEIPT = SettingPlan(
    "settings.receipt",
    "receipt",
    lambda: _("小票"),
    _for_shop,
    (
        SettingRow(
            PRINTS_RECEIPTS,
            lambda: _("卖完就打小票"),
            lambda: _("收款时还可以按 F5 改这一单"),
            options=(Option("yes", lambda: _("打")), Option("no", lambda: _("不打"))),
        ),
        SettingRow(
            RECEIPT_WIDTH,
            lambda: _("纸宽"),
            lambda: _("小票机里的纸有多宽"),
            options=(Option("58", lambda: _("58 毫米")), Option("80", lambda: _("80 毫米"))),
        ),
        SettingRow(RECEIPT_HEADING, lambda: _("抬头"), lambda: _("店名下面的几行，像地址、电话"), How.LINES),
        SettingRow(RECEIPT_FOOTER, lambda: _("结尾"), lambda: _("条码下面的几行，像“谢谢惠顾”、退换规定"), How.LINES),
        SettingRow(
            RECEIPT_NOTE,
            lambda: _("发票说明"),
            lambda: _("小票最后印不印“本小票不作发票凭证”这一行"),
            options=(Option("yes", lambda: _("印")), Option("no", lambda: _("不印"))),
        ),
    ),
)

SCANNER = SettingPlan(
    "settings.scanner",
    "barcode",
    lambda: _("扫码枪"),
    _for_pc,
    (
        SettingRow(
            SCAN_GAP,
            lambda: _("两键之间最长"),
            lambda: _("比这更快的一串按键才算扫码；一般的枪 50 就好，慢的调大"),
            How.NUMBER,
            unit=lambda: _("毫秒"),
            fault=lambda: _("要在 30 到 100 之间"),
        ),
        SettingRow(
            SCAN_END,
            lambda: _("一个码怎么结束"),
            lambda: _("枪扫完会不会自己按回车；不会的选“停一下”"),
            options=(Option("enter", lambda: _("回车")), Option("pause", lambda: _("停一下"))),
        ),
        SettingRow(
            SCAN_PREFIX,
            lambda: _("前缀"),
            lambda: _("枪在每个码前面加的字符，会去掉；没有就空着"),
            How.WORDS,
            fault=lambda: _("最多 8 个字符"),
        ),
        SettingRow(
            SCAN_SUFFIX,
            lambda: _("后缀"),
            lambda: _("枪在每个码后面加的字符，会去掉；没有就空着"),
            How.WORDS,
            fault=lambda: _("最多 8 个字符"),
        ),
    ),
)

SOUND = SettingPlan(
    "settings.sound",
    "bell",
    lambda: _("声音"),
    _for_pc,
    (
        SettingRow(
            SOUNDS,
            lambda: _("声音"),
            lambda: _("扫到、没扫到、卖完时响一声"),
            options=(Option("yes", lambda: _("开")), Option("no", lambda: _("关"))),
        ),
        SettingRow(
            VOLUME,
            lambda: _("音量"),
            lambda: _("这里选的是程序的音量，还要看电脑自己的音量"),
            options=tuple(_share(percent) for percent in (20, 40, 60, 80, 100)),
        ),
    ),
)

LOOKS = SettingPlan(
    "settings.look",
    "eye",
    lambda: _("外观"),
    _for_pc,
    (
        SettingRow(
            TEXT_SIZE,
            lambda: _("字的大小"),
            lambda: _("整个程序跟着变大；自动就是看屏幕有多大"),
            options=(
                Option("", lambda: _("自动")),
                Option("14", lambda: _("标准")),
                Option("16", lambda: _("大")),
                Option("18", lambda: _("特大")),
            ),
        ),
        SettingRow(
            THEME,
            lambda: _("明暗"),
            lambda: _("浅色适合亮的地方，深色适合暗的地方"),
            options=(
                Option("system", lambda: _("跟系统")),
                Option("light", lambda: _("浅色")),
                Option("dark", lambda: _("深色")),
            ),
        ),
    ),
)
