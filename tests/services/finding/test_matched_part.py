"""The characters that were typed, found in the name by themselves or by their initials."""

import pytest

from jxc_desktop.services.finding.matched_part import matched_part


@pytest.mark.parametrize(
    ("name", "initials", "text", "part"),
    [
        ("好丽友派仁", "hlypr", "hly", "好丽友"),
        ("好丽友Q蒂派(巧克力味)", "hlyqdpqklw", "qdp", "Q蒂派"),
        ("好丽友Q蒂派(巧克力味)", "hlyqdpqklw", "pqkl", "派(巧克力"),
        ("重庆火锅底料", "zqhgdl cqhgdl", "cq", "重庆"),
        ("Coca-Cola 330ml", "cocacola330ml", "COLA", "Cola"),
        ("可口可乐", "kkkl", " kl ", "可乐"),
        ("可口可乐", "kkkl", "可乐", "可乐"),
        ("可口可乐", "kkkl", "", ""),
        ("可口可乐", "kkkl", "6901", ""),
        ("可口可乐", "coke", "coke", "可口可乐"),
        ("可口可乐", "cola1", "cola", ""),
    ],
)
def test_the_part_that_was_typed(name: str, initials: str, text: str, part: str) -> None:
    begin, end = matched_part(name, initials, text)
    assert name[begin:end] == part
