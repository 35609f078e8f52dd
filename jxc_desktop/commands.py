"""The command line: the shop's services without the window, for scheduled tasks and for checks."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.migrate_in.faults import FileFaultsError, faults_text
from jxc_desktop.services.migrate_in.remarks import ImportRemark, remark_text
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.reports.month_page import one_month
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.shop import Shop, back_up, restore
from jxc_desktop.services.storage.faults import StorageError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import refusal

DONE, REFUSED = 0, 1


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks: 0 done, 1 refused with one clear line, 2 wrong usage."""
    said = _parser().parse_args(arguments)
    act: Callable[[argparse.Namespace], int] = said.act
    try:
        return act(said)
    except FileFaultsError as error:
        print(faults_text(error), file=sys.stderr)
    except ShopError as error:
        print(refusal(error).line, file=sys.stderr)
    return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jxc-desktop", description=_("一家店的进销存；不带命令就打开窗口"))
    commands = parser.add_subparsers(required=True, metavar=_("命令"))
    init = _command(commands, "init", _("新建店铺文件"), _init)
    init.add_argument("--name", required=True, metavar=_("店名"))
    _add_imports(commands)
    report = _command(commands, "report", _("把一张报表存成文件"), _report)
    report.add_argument("report", metavar=_("报表"))
    report.add_argument("--from", dest="first", type=_date, metavar=_("起"))
    report.add_argument("--to", dest="last", type=_date, metavar=_("止"))
    report.add_argument("--out", required=True, type=Path, metavar=_("文件"))
    backup = _command(commands, "backup", _("备份店铺文件"), _backup)
    backup.add_argument("--to", required=True, type=Path, metavar=_("文件夹"))
    bring_back = _command(commands, "restore", _("用备份恢复店铺文件"), _restore)
    bring_back.add_argument("backup", type=Path, metavar=_("备份"))
    verify = _command(commands, "verify", _("核对账目"), _verify)
    verify.add_argument("--file", action="store_true", help=_("只看店铺文件有没有损坏"))
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    words: str,
    act: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words)
    command.add_argument("--shop", required=True, type=Path, metavar=_("店铺文件"))
    command.add_argument("--operator", metavar=_("姓名"), help=_("店里设了密码时要写，密码从标准输入读"))
    command.set_defaults(act=act)
    return command


def _add_imports(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`import` has a command of its own for each kind of file."""
    parser = commands.add_parser("import", help=_("从表格文件导入"))
    kinds = parser.add_subparsers(required=True, metavar=_("内容"))
    for name, words, act, count in (
        ("products", _("商品"), _import_products, 1),
        ("partners", _("往来单位"), _import_partners, 1),
        ("opening-stock", _("期初库存"), _import_opening_stock, 1),
        ("history", _("以前的采购和销售"), _import_history, "+"),
    ):
        kind = _command(kinds, name, words, act)
        kind.add_argument("files", type=Path, nargs=count, metavar=_("文件"))
        kind.add_argument("--check", action="store_true", help=_("只检查，不导入"))
    kinds.choices["partners"].add_argument(
        "--as", dest="role", choices=("supplier", "customer"), help=_("表里没有写类型时：供应商或客户")
    )
    kinds.choices["opening-stock"].add_argument("--date", type=_date, metavar=_("日期"))


def _init(said: argparse.Namespace) -> int:
    Shop.found(said.shop, said.name, SystemClock()).close()
    print(_("已建好 {path}").format(path=said.shop))
    return DONE


def _import_products(said: argparse.Namespace) -> int:
    with _open(said) as shop:
        result = shop.imports.products(said.files[0], check_only=said.check, progress=_progress())
    _print_remarks(result.remarks)
    print(
        _("商品：新增 {added}，修改 {changed}，没有变化 {unchanged}").format(
            added=result.added, changed=result.changed, unchanged=result.unchanged
        )
    )
    return DONE


def _import_partners(said: argparse.Namespace) -> int:
    with _open(said) as shop:
        result = shop.imports.partners(said.files[0], said.role, check_only=said.check)
    _print_remarks(result.remarks)
    print(
        _("往来单位：新增 {added}，修改 {changed}，没有变化 {unchanged}").format(
            added=result.added, changed=result.changed, unchanged=result.unchanged
        )
    )
    return DONE


def _print_remarks(remarks: Sequence[ImportRemark]) -> None:
    for remark in remarks:
        print(remark_text(remark), file=sys.stderr)


def _import_opening_stock(said: argparse.Namespace) -> int:
    with _open(said) as shop:
        result = shop.imports.opening_stock(said.files[0], said.date, check_only=said.check)
    _print_remarks(result.remarks)
    print(_("期初库存：{lines} 行，单号 {numbers}").format(lines=result.lines, numbers=_("、").join(result.numbers)))
    return DONE


def _import_history(said: argparse.Namespace) -> int:
    with _open(said) as shop:
        result = shop.imports.history(said.files, check_only=said.check, progress=_progress())
    print(
        _("历史：{lines} 行，新增 {documents} 张单据，已有 {known} 张").format(
            lines=result.lines, documents=result.documents, known=result.known
        )
    )
    return DONE


def _report(said: argparse.Namespace) -> int:
    period = Period(said.first or date.min, said.last or date.max) if said.first or said.last else None
    with _open(said) as shop:
        if said.report == "month":
            shop.reports.write(shop.reports.month(one_month(said.first, said.last)), said.out)
        else:
            shop.reports.write(shop.reports.run(said.report, Asked(period)), said.out)
    return DONE


def _backup(said: argparse.Namespace) -> int:
    print(_("已备份到 {path}").format(path=back_up(said.shop, said.to)))
    return DONE


def _restore(said: argparse.Namespace) -> int:
    if said.shop.is_file():
        # Where the file can still be read, only the owner may replace it; a backup of it is kept besides.
        with suppress(StorageError), _open(said) as shop:
            shop.backups.prepare_restore(said.backup)
    kept = restore(said.backup, said.shop)
    print(_("已恢复 {path}").format(path=said.shop))
    if kept is not None:
        print(_("原来的文件留在 {path}").format(path=kept))
    return DONE


def _verify(said: argparse.Namespace) -> int:
    """Needs no operator: whoever may start the program may know whether the books hold."""
    with Shop.open_to_verify(said.shop, SystemClock()) as shop:
        findings = shop.health.check_file() if said.file else shop.health.verify()
    for finding in findings:
        print(finding.sentence, file=sys.stderr)
    if findings:
        print(_("账目有 {count} 处不符").format(count=len(findings)))
        return REFUSED
    print(_("账目一致"))
    return DONE


def _open(said: argparse.Namespace) -> Shop:
    password = sys.stdin.readline().rstrip("\n") if said.operator and not sys.stdin.isatty() else None
    return Shop.open(said.shop, SystemClock(), said.operator, password)


def _progress() -> Callable[[int, int], None] | None:
    """A line that counts, where somebody looks."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        print(f"\r{done} / {total}", end="" if done < total else "\n", file=sys.stderr, flush=True)

    return show


def _date(text: str) -> date:
    return date.fromisoformat(text)
