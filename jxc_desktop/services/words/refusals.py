"""Every refusal in a shop person's words: what is the matter, and what to do. One table, by class."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jxc_desktop.services.words import _
from jxc_desktop.services.words.given_names import shown_name
from jxc_desktop.services.words.list_words import list_word


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and how.

    Attributes:
        offer: what the window can do for it: ``folder`` opens the folder, ``again`` does it once more.
    """

    what: str
    how: str = ""
    offer: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """What a line cannot hold because work cannot go on: said in a dialog.

    Attributes:
        code: a short name for whoever helps. title: what happened. safe: what is safe. steps: what to do, in order.
        folder: where the trouble is, for a step that opens it.
    """

    code: str
    title: str
    safe: str
    steps: tuple[Step, ...]
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error in words: the fact, and what to do about it ("" where that is plain).

    Attributes:
        stop: the same at length, where nothing can be saved until something is done.
    """

    fact: str
    advice: str = ""
    stop: Stop | None = None

    @property
    def line(self) -> str:
        """Both in one line."""
        return _("{fact}。{advice}").format(fact=self.fact, advice=self.advice) if self.advice else self.fact


def refusal(error: BaseException) -> Refusal:
    """The words for an error of the shop; the nearest class that has some is taken.

    Raises:
        LookupError: no class of it has words, which is a bug of ours.
    """
    for kind in type(error).__mro__:
        words = REFUSALS.get(kind.__name__)
        if words is not None:
            return words(error)
    raise LookupError(type(error).__name__)


def known_stop(error: BaseException) -> Stop | None:
    """What stops the work, where the error is one that a shop person can do something about; None: a fault of ours."""
    is_known = any(kind.__name__ in REFUSALS for kind in type(error).__mro__)
    return refusal(error).stop if is_known else None


def _word(words: dict[str, Callable[[], str]], key: str) -> str:
    """The word for a key; the key itself where there is none."""
    return words[key]() if key in words else key


def _shortages(error: Any) -> Refusal:
    lines = [
        _("{name} 只有 {on_hand}，要出 {wanted}").format(name=short.name, on_hand=short.on_hand, wanted=short.wanted)
        for short in error.shortages
    ]
    return Refusal(_("库存不够：{lines}").format(lines=_("；").join(lines)), _("改数量，或先入库"))


def _input(error: Any) -> Refusal:
    return Refusal(_("{field}：{reason}").format(field=_word(FIELDS, error.field), reason=_word(REASONS, error.reason)))


def _payment(error: Any) -> Refusal:
    if error.missing.fen > 0:
        return Refusal(_("还差 {amount}").format(amount=error.missing))
    return Refusal(_("多收了 {amount}，只有现金能找零").format(amount=-error.missing), _("改小这一笔"))


def bug(code: str) -> Stop:
    """A fault of the program itself, which nobody at the counter can mend."""
    return Stop(
        code,
        _("刚才那一步没有做完：程序出了差错"),
        _("已经过账的都在账里，没有做完的一步不会记一半。\n购物车和没过账的单子都留着。"),
        (
            Step(_("再做一次刚才那一步"), _("多半能接着做")),
            Step(_("还是这样，就关掉窗口再打开"), _("没卖完的一单会回到收银台")),
            Step(_("存一份报告，发给帮你维护程序的人"), _("里面没有顾客，也没有密码")),
        ),
    )


def _not_saved(error: Any, code: str, why: str, step: Step) -> Stop:
    """The shop file cannot be written now."""
    return Stop(
        code,
        _("这一步没有保存：{why}").format(why=why),
        _("账里什么都没有改，屏幕上的都还在。办好下面的事再做一次，不会重复。"),
        (step, Step(_("再做一次"), _("这次能写进去，就和没出过事一样"), "again")),
        error.path.parent,
    )


def _disk_full(error: Any) -> Refusal:
    step = Step(_("腾出至少 200 MB"), _("清空回收站，或删掉旧的视频、安装包"), "folder")
    stop = _not_saved(error, "DISK-FULL", _("磁盘满了"), step)
    return Refusal(_("磁盘满了，这一步没有保存"), _("清出空间再试，屏幕上的还在"), stop)


def _locked(error: Any) -> Refusal:
    step = Step(_("关掉正在用它的程序"), _("多半是备份、同步盘或杀毒软件；等它忙完也行"))
    stop = _not_saved(error, "FILE-LOCKED", _("店铺文件正被别的程序占用"), step)
    return Refusal(_("{path} 正被别的程序占用").format(path=error.path), _("关掉那个程序再试"), stop)


def _disk_failing(error: Any) -> Refusal:
    step = Step(_("看看店铺文件所在的盘"), _("线松了就插紧；常出这样的事，就换一块盘，用备份恢复"), "folder")
    stop = _not_saved(error, "DISK-FAILING", _("磁盘写不进去"), step)
    return Refusal(_("磁盘写不进去，这一步没有保存"), _("看看盘和线，再试一次"), stop)


def _read_only(error: Any) -> Refusal:
    step = Step(_("让店铺文件可以写"), _("看看文件夹的权限、U 盘的写保护开关"), "folder")
    stop = _not_saved(error, "FILE-READ-ONLY", _("店铺文件不能写"), step)
    return Refusal(_("{path} 不能写").format(path=error.path), _("看看文件夹的权限"), stop)


def damaged(path: Path) -> Refusal:
    """A shop file that cannot be read to its end."""
    fact = _("{path} 读不出来，可能损坏了；文件没有动").format(path=path)
    return Refusal(fact, _("用最近的备份恢复"), _unreadable(path))


def _unreadable(path: Path) -> Stop:
    return Stop(
        "FILE-DAMAGED",
        _("这一步没有做成：店铺文件读不出来"),
        _("文件没有动过，备份也都还在。损坏的文件会留着，不会删。"),
        (
            Step(_("先别再开单"), _("记在纸上，恢复以后补录")),
            Step(_("关掉窗口再打开"), _("那时可以选一份备份恢复")),
        ),
        path.parent,
    )


FIELDS: dict[str, Callable[[], str]] = {
    "partner_role": lambda: _("类型"),
    "note": lambda: _("备注"),
    "tax_number": lambda: _("税号"),
    "address": lambda: _("地址"),
    "phone": lambda: _("电话"),
    "contact": lambda: _("联系人"),
    "name": lambda: _("名称"),
    "unit": lambda: _("单位"),
    "barcode": lambda: _("条码"),
    "packs": lambda: _("包装单位"),
    "shop_name": lambda: _("店名"),
    "supplier": lambda: _("供应商"),
    "quantity": lambda: _("数量"),
    "counted": lambda: _("实盘数"),
    "amount": lambda: _("金额"),
    "tender": lambda: _("收款"),
    "lines": lambda: _("明细"),
    "day": lambda: _("日期"),
    "period": lambda: _("日期"),
    "sort": lambda: _("排序"),
    "line_discount": lambda: _("单品折扣"),
    "ticket_discount": lambda: _("整单优惠"),
    "retail_price": lambda: _("零售价"),
    "member_price": lambda: _("会员价"),
    "wholesale_price": lambda: _("批发价"),
    "lowest_price": lambda: _("最低售价"),
    "shelf_days": lambda: _("保质期"),
    "expires_on": lambda: _("到期日"),
    "reference_cost": lambda: _("进价"),
    "password": lambda: _("密码"),
    "pin": lambda: _("授权码"),
    "role": lambda: _("角色"),
    "lowest_discount": lambda: _("最低折扣"),
    "highest_refund": lambda: _("最多退款"),
    "receipt_heading": lambda: _("小票抬头"),
    "receipt_footer": lambda: _("小票结尾"),
    "general_taxpayer_from": lambda: _("一般纳税人起始日"),
}
REASONS: dict[str, Callable[[], str]] = {
    "empty": lambda: _("还没有填"),
    "taken": lambda: _("已经有人用了"),
    "too_long": lambda: _("太长了"),
    "negative": lambda: _("不能是负数"),
    "zero": lambda: _("不能是 0"),
    "not_positive": lambda: _("要大于 0"),
    "too_fine": lambda: _("比最小计量单位还细"),
    "not_whole": lambda: _("按件进的商品只能是整数"),
    "not_an_option": lambda: _("没有这个选项"),
    "not_scannable": lambda: _("有扫描枪打不出的字符，或太长"),
    "same_unit_twice": lambda: _("同一个单位写了两次"),
    "product_twice": lambda: _("同一个商品写了两行"),
    "in_the_future": lambda: _("不能是将来的日期"),
    "missing": lambda: _("要写起止日期"),
    "not_taken": lambda: _("这张报表不分日期"),
    "ends_before_it_begins": lambda: _("止日期在起日期之前"),
    "needs_cost": lambda: _("没有看成本的权限"),
    "more_than_the_line": lambda: _("比这一行的金额还多"),
    "too_large": lambda: _("太大了"),
    "not_a_shelf_life": lambda: _("要在 1 天到 36500 天之间"),
    "before_production": lambda: _("比生产日期还早"),
    "too_many": lambda: _("一行最多 9999"),
    "unknown_goods": lambda: _("还没有识别，先建商品或选商品"),
    "no_such_discount": lambda: _("没有这样的折扣，减钱打 - 号，定价打 = 号"),
    "more_than_the_ticket": lambda: _("比整单的金额还多"),
    "too_short": lambda: _("太短了，老板至少 6 个字符，别人至少 4 个"),
    "not_a_pin": lambda: _("要 4 到 8 位数字"),
    "own_role": lambda: _("自己的不能改，请另一位老板来改"),
    "not_a_percentage": lambda: _("要在 0 到 100 之间"),
    "not_a_number": lambda: _("写成数字"),
    "not_a_day": lambda: _("没有这一天"),
}
_KINDS: dict[str, Callable[[], str]] = {
    "product": lambda: _("这个商品已经停用或不存在"),
    "document": lambda: _("找不到这张单据"),
    "supplier": lambda: _("找不到这个供应商"),
    "partner": lambda: _("找不到这个往来单位"),
    "cart": lambda: _("这张挂单已经被取走"),
    "sale_line": lambda: _("原单没有这一行"),
    "receipt_line": lambda: _("入库单没有这一行"),
    "closed_period": lambda: _("没有已结的月份"),
    "operator": lambda: _("找不到这个操作员"),
    "report": lambda: _("没有这张报表"),
    "account": lambda: _("收银台没有这种收付款方式"),
}
_STATES: dict[str, Callable[[], str]] = {
    "draft": lambda: _("草稿"),
    "posted": lambda: _("已过账"),
    "reversed": lambda: _("已红冲"),
    "mirror": lambda: _("是红冲单"),
}


def _wrong_list(error: Any) -> Refusal:
    """A file of something else: what it seems to be, and what such a list needs."""
    wanted, missing = list_word(error.wanted), _("、").join(map(shown_name, error.missing))
    needs = _("{wanted}要有这些列：{missing}").format(wanted=wanted, missing=missing) if missing else ""
    if not error.seems:
        return Refusal(_("{name} 里找不到{wanted}的表头").format(name=error.path.name, wanted=wanted), needs)
    fact = _("{name} 像是{seems}，不是{wanted}").format(
        name=error.path.name, seems=list_word(error.seems), wanted=wanted
    )
    return Refusal(fact, needs)


REFUSALS: dict[str, Callable[[Any], Refusal]] = {
    "NotAllowedError": lambda _e: Refusal(_("没有权限做这件事"), _("请店主或有权限的人来做")),
    "DiscountLimitError": lambda e: Refusal(
        _("{name} 最低只能卖到原价的 {percent}%").format(name=e.name, percent=e.lowest), _("请别人输授权码")
    ),
    "RefundLimitError": lambda e: Refusal(
        _("{name} 一次最多只能退 {amount}").format(name=e.name, amount=e.highest), _("请别人输授权码")
    ),
    "WrongPinError": lambda e: Refusal(
        _("没有人用这个授权码"), _("等 {seconds} 秒再输").format(seconds=e.wait_s) if e.wait_s else _("再输一次")
    ),
    "LastOwnerError": lambda _e: Refusal(_("店里至少要有一个在用的老板"), _("先再加一个老板")),
    "NotFoundError": lambda e: Refusal(_KINDS.get(e.kind, lambda: _("找不到 {name}").format(name=e.name))()),
    "WrongStateError": lambda e: Refusal(
        _("{number} {state}，不能再改").format(number=e.number, state=_word(_STATES, e.state))
    ),
    "InvalidInputError": _input,
    "ClosedPeriodError": lambda e: Refusal(
        _("{day:%Y-%m} 已经月结，不能再记这个月的账").format(day=e.day), _("改日期，或先反结账")
    ),
    "DuplicateNumberError": lambda e: Refusal(_("单号 {number} 已经在账里").format(number=e.number)),
    "AlreadyPostedError": lambda e: Refusal(_("这一单已经过账，单号 {number}").format(number=e.number)),
    "WrongPasswordError": lambda e: Refusal(
        _("姓名和密码对不上"), _("等 {seconds} 秒再输").format(seconds=e.wait_s) if e.wait_s else _("再输一次")
    ),
    "TriedTooSoonError": lambda e: Refusal(_("输错几次了"), _("再等 {seconds} 秒").format(seconds=e.wait_s)),
    "MonthNotClosableError": lambda e: Refusal(
        _("{year}-{month:02d} 不能月结").format(year=e.month // 100, month=e.month % 100),
        _("一个月要过完才能结，而且只能往后结"),
    ),
    "OversoldError": _shortages,
    "GoodsGoneError": lambda e: Refusal(
        _("货已经不全了：{names}").format(names=_("、").join(e.names)), _("改用价格调整")
    ),
    "HasMovesError": lambda e: Refusal(
        _("已经有进出，不能再录期初：{names}").format(names=_("、").join(e.names)), _("用盘点改数量")
    ),
    "DuplicateCodeError": lambda e: Refusal(
        _("{code} 已经是“{name}”的编码").format(code=e.code, name=e.name), _("换一个，或改那个商品")
    ),
    "UnitFixedError": lambda e: Refusal(
        _("“{name}”已经有进出，基本单位只能是 {unit}").format(name=e.name, unit=e.unit), _("另建一个商品，或加包装单位")
    ),
    "UnreadableCartError": lambda _e: Refusal(_("这张挂单读不出来，还留在原处")),
    "UnreadableDraftError": lambda _e: Refusal(_("上次没过账的入库读不出来，还留在原处")),
    "EmptyTicketError": lambda _e: Refusal(_("还没有商品")),
    "PriceChangedError": lambda _e: Refusal(_("有商品刚刚改了价"), _("看一眼新的应收，再按一次收款")),
    "BelowLowestPriceError": lambda e: Refusal(_("“{name}”低于最低售价 {lowest}").format(name=e.name, lowest=e.lowest)),
    "WrongPaymentError": _payment,
    "TooMuchReturnedError": lambda e: Refusal(_("“{name}”最多还能退 {left}").format(name=e.name, left=e.left)),
    "HasReturnsError": lambda e: Refusal(
        _("{number} 已经有退货，不能整单红冲").format(number=e.number), _("先红冲退货单，或把剩下的退掉")
    ),
    "TooMuchSentBackError": lambda e: Refusal(_("“{name}”最多还能退给供应商 {left}").format(name=e.name, left=e.left)),
    "StoppedError": lambda _e: Refusal(_("已经停下，什么都没有改")),
    "ReportTooLongError": lambda e: Refusal(
        _("这张报表超过 {most} 行").format(most=f"{e.most:,}"), _("把日期选短一些，或只看一部分商品")
    ),
    "NotOneMonthError": lambda _e: Refusal(_("月报一次只看一个月"), _("起止日期要在同一个月里")),
    "TableKindError": lambda e: Refusal(
        _("不能存成 {name}").format(name=e.path.name),
        _("文件名以 {kinds} 结尾").format(kinds=_(" 或 ").join(e.possible)),
    ),
    "TooManyColumnsError": lambda e: Refusal(
        _("{count} 列在 A4 纸上放不下").format(count=e.columns),
        _("改成横放，或少选几列") if e.direction == "portrait" else _("少选几列，或存成 Excel 表格"),
    ),
    "FileFaultsError": lambda e: Refusal(
        _("{name} 有 {count} 处错误，没有导入任何内容").format(name=e.path.name, count=e.count)
    ),
    "LiveTradeError": lambda _e: Refusal(_("已经用本程序开单，不能再导入历史"), _("历史要在开单以前导入")),
    "ShopFileMissingError": lambda e: Refusal(_("找不到店铺文件 {path}").format(path=e.path), _("看看路径写对没有")),
    "ShopFileExistsError": lambda e: Refusal(_("{path} 已经有文件").format(path=e.path), _("换一个文件名")),
    "NotAShopFileError": lambda e: Refusal(
        _("{path} 不是本程序的店铺文件").format(path=e.path), "", _unreadable(e.path)
    ),
    "ShopFileNewerError": lambda e: Refusal(_("{path} 是更新版本的程序写的").format(path=e.path), _("请先升级程序")),
    "ShopFileDamagedError": lambda e: damaged(e.path),
    "BackupUnusableError": lambda e: Refusal(
        _("{name} 这一份备份不能用").format(name=e.path.name), _("选另一份；店里的账没有动")
    ),
    "ShopPathTooLongError": lambda e: Refusal(
        _("{name} 所在的文件夹太深，路径太长").format(name=e.path.name), _("放到浅一点的文件夹里，比如“文档”")
    ),
    "UpgradeFailedError": lambda e: Refusal(
        _("{path} 是旧版本的，没能升级；文件还是原来的样子").format(path=e.path),
        _("用升级前的备份恢复，或用原来的程序打开"),
    ),
    "ShopFileLockedError": _locked,
    "ShopFileReadOnlyError": _read_only,
    "DiskFullError": _disk_full,
    "DiskFailingError": _disk_failing,
    "NetworkDriveError": lambda e: Refusal(
        _("{path} 在网络盘上，断网会损坏账本").format(path=e.path), _("放到本机的硬盘上")
    ),
    "NoSuchFileError": lambda e: Refusal(_("找不到文件 {path}").format(path=e.path), _("看看路径写对没有")),
    "FileNotReadableError": lambda e: Refusal(_("{path} 打不开").format(path=e.path), _("关掉正在用它的程序再试")),
    "FileNotWrittenError": lambda e: Refusal(_("{path} 写不进去").format(path=e.path), _("关掉正在用它的程序再试")),
    "NotASheetError": lambda e: Refusal(
        _("{name} 不是表格文件").format(name=e.path.name), _("请用 xlsx、xls、ods 或 csv")
    ),
    "SheetLockedError": lambda e: Refusal(_("{name} 有打开密码").format(name=e.path.name), _("去掉密码再试")),
    "SheetTooLargeError": lambda e: Refusal(_("{name} 太大了").format(name=e.path.name), _("分成几个文件再试")),
    "SheetDamagedError": lambda e: Refusal(
        _("{name} 读不出来，可能损坏了").format(name=e.path.name), _("在表格软件里另存一份再试")
    ),
    "UnknownEncodingError": lambda e: Refusal(
        _("{name} 的文字编码认不出来").format(name=e.path.name), _("在表格软件里另存为 xlsx 再试")
    ),
    "UnclosedQuoteError": lambda e: Refusal(
        _("{name} 第 {row} 行有一个引号没有合上").format(name=e.path.name, row=e.row), _("补上引号再试")
    ),
    "SheetEmptyError": lambda e: Refusal(_("{name} 里没有内容").format(name=e.path.name)),
    "WrongListError": _wrong_list,
    "HeaderNotFoundError": lambda e: Refusal(
        _("{name} 里找不到表头，缺：{missing}").format(
            name=e.path.name, missing=_("、").join(map(shown_name, e.missing))
        ),
        _("第一行写上列名再试"),
    ),
    "OutOfPaperError": lambda _e: Refusal(_("小票机没纸了"), _("装上纸会接着打")),
    "PrinterOfflineError": lambda _e: Refusal(_("小票机没连上"), _("看看电源和线")),
    "PrinterUnknownError": lambda _e: Refusal(_("打印没有成功"), _("看看打印机的提示")),
    "PrinterFault": lambda _e: Refusal(_("打印没有成功"), _("看看打印机的提示")),
}
