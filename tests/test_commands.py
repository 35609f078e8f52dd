"""The command line, as a scheduled task or a person at a prompt uses it."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from jxc_desktop.commands import DONE, REFUSED, run
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.shop import Shop, back_up_beside

GOODS = "商品名称,条码,单位,进价,零售价\n可乐,6901234567892,瓶,2.00,3.00\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "店.db"
    assert run(["init", "--shop", str(path), "--name", "惠民便利店"]) == 0
    return path


@pytest.fixture
def goods(tmp_path: Path) -> Path:
    path = tmp_path / "商品.csv"
    path.write_text(GOODS, encoding="utf-8")
    return path


def test_a_shop_is_made_once(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--shop", str(shop), "--name", "另一家"]) == 1
    assert "已经有文件" in capsys.readouterr().err


def test_goods_are_imported_and_reported(shop: Path, goods: Path, tmp_path: Path) -> None:
    opening = tmp_path / "期初.csv"
    opening.write_text("条码,数量,成本\n6901234567892,3,2.00\n", encoding="utf-8")
    report = tmp_path / "库存.csv"
    assert run(["import", "products", str(goods), "--shop", str(shop)]) == 0
    assert run(["import", "opening-stock", str(opening), "--shop", str(shop)]) == 0
    assert run(["report", "stock", "--shop", str(shop), "--out", str(report)]) == 0
    text = report.read_text(encoding="utf-8-sig")
    assert "6901234567892" in text
    assert "6.00" in text
    assert run(["verify", "--shop", str(shop)]) == 0


def test_partners_are_imported_and_what_was_left_out_is_said(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = tmp_path / "名单.csv"
    people.write_text("名称,电话,期初余额\n城南批发,13800000000,5\n", encoding="utf-8")
    words = ["import", "partners", str(people), "--shop", str(shop)]
    assert run(words) == 1
    assert "没有写是供应商还是客户" in capsys.readouterr().err
    assert run([*words, "--as", "supplier", "--check"]) == 0
    assert run([*words, "--as", "supplier"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[-1] == "往来单位：新增 1，修改 0，没有变化 0"
    assert "“期初余额”没有导入" in said.err


@pytest.mark.parametrize(
    "days", [["--from", "2026-02-01", "--to", "2026-02-28"], ["--from", "2026-02-10"], ["--to", "2026-02-10"]]
)
def test_a_month_is_reported_by_any_of_its_days(shop: Path, tmp_path: Path, days: list[str]) -> None:
    report = tmp_path / "月报.csv"
    assert run(["report", "month", *days, "--shop", str(shop), "--out", str(report)]) == 0
    assert "2026-02-28" in report.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("days", [[], ["--from", "2026-02-01", "--to", "2026-03-31"]])
def test_a_month_that_is_none_is_refused(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], days: list[str]
) -> None:
    assert run(["report", "month", *days, "--shop", str(shop), "--out", str(tmp_path / "月报.csv")]) == 1
    assert capsys.readouterr().err.strip() == "月报一次只看一个月。起止日期要在同一个月里"


def test_a_refusal_is_one_line_without_a_traceback(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "products", "没有.xlsx", "--shop", str(shop)]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_wrong_usage_is_exit_2(shop: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["report", "--shop", str(shop)])
    assert ended.value.code == 2


def test_an_unknown_report_says_so(shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "nonsense", "--shop", str(shop), "--out", str(tmp_path / "x.csv")]) == 1
    assert "报表" in capsys.readouterr().err


def test_a_backup_is_restored_with_everything_in_it(shop: Path, goods: Path, tmp_path: Path) -> None:
    run(["import", "products", str(goods), "--shop", str(shop)])
    assert run(["backup", "--shop", str(shop), "--to", str(tmp_path / "备份")]) == 0
    (backup,) = (tmp_path / "备份").iterdir()
    other = tmp_path / "另一处.db"
    assert run(["restore", str(backup), "--shop", str(other)]) == 0
    with Shop.open(other, SystemClock()) as restored:
        assert [hit.name for hit in restored.catalog.search("kl")] == ["可乐"]


def test_a_shop_with_passwords_asks_who_it_is(shop: Path, goods: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Shop.open(shop, SystemClock()) as open_shop:
        open_shop.people.set_password(open_shop.operator.id, "门前大桥下游")
    assert run(["import", "products", str(goods), "--shop", str(shop)]) == 1
    assert "密码" in capsys.readouterr().err
    assert run(["verify", "--shop", str(shop)]) == 0
    words = ["import", "products", str(goods), "--shop", str(shop), "--operator", "老板"]
    command = [sys.executable, "-m", "jxc_desktop", *words]
    wrong = subprocess.run(command, input="大桥\n", text=True, capture_output=True, check=False)
    right = subprocess.run(command, input="门前大桥下游\n", text=True, capture_output=True, check=False)
    assert (wrong.returncode, right.returncode) == (1, 0)


def test_a_clerk_may_not_import(
    shop: Path, goods: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with Shop.open(shop, SystemClock()) as open_shop:
        open_shop.people.add_operator("小张", Role.CLERK)
    assert run(["import", "products", str(goods), "--shop", str(shop), "--operator", "小张"]) == 1
    assert "权限" in capsys.readouterr().err


def test_commands_load_no_window_library() -> None:
    check = "import sys, jxc_desktop.commands; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_a_real_shops_months_are_right_to_the_fen(shared: Path) -> None:
    check = shared / "checks" / "real_shop.py"
    program = f"{sys.executable} -m jxc_desktop"
    done = subprocess.run(
        [sys.executable, str(check), "--set", "cn_hard", "--program", program],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "all checks hold" in done.stdout


def test_where_passwords_are_set_only_the_owner_restores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "shop.db"
    with Shop.found(path, "惠民便利店", SystemClock()) as shop:
        shop.people.set_password(1, "geheim-1234")
    backup = back_up_beside(path)
    before = path.read_bytes()
    assert run(["restore", str(backup), "--shop", str(path)]) == REFUSED
    assert "密码" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*replaced*"))


def test_the_file_alone_is_checked_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "shop.db"
    Shop.found(path, "惠民便利店", SystemClock()).close()
    assert run(["verify", "--file", "--shop", str(path)]) == DONE
    assert "一致" in capsys.readouterr().out
