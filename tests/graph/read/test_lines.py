"""Files and lines that cannot be cut into rows: told with their place, and the rest is read."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.read.register import read_register
from tests.graph.read.small import columns_of, only, place, write


def rewrite(directory: Path, content: bytes, file: str = "officials.csv") -> Path:
    write(directory)
    (directory / file).write_bytes(content)
    return directory


HEADER = ",".join(columns_of("officials")).encode() + b"\n"
LINE = "Lê B,Bí thư,Tỉnh ủy X,province,,,,https://tinh.vn/b,seen_once,".encode() + b"\n"


def test_a_missing_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "officials.csv").unlink()
    register, problems = read_register(tmp_path)
    problem = only(problems)
    assert place(problem) == ("officials.csv", 1, "", "")
    assert (problem.message.vi, problem.message.en) == ("thiếu tệp này", "the file is missing")
    assert len(register.central_documents) == 1


def test_a_missing_table_is_not_held_against_others(tmp_path: Path) -> None:
    write(tmp_path)
    for file in ("provinces.csv", "central_documents.csv", "terms.csv", "document_types.csv"):
        (tmp_path / file).unlink()
    register, problems = read_register(tmp_path)
    assert {problem.message.en for problem in problems} == {"the file is missing"}
    assert len(register.provincial_facts) == len(register.plenums) == 1


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "officials.csv").unlink()
    (tmp_path / "officials.csv").mkdir()
    problem = only(read_register(tmp_path)[1])
    assert place(problem) == ("officials.csv", 1, "", "")
    assert problem.message.vi.startswith("không mở được")
    assert problem.message.en.startswith("cannot open")


def test_a_missing_folder_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_register(tmp_path / "nowhere")
    assert caught.value.place == str(tmp_path / "nowhere")
    assert caught.value.remedy is not None


@pytest.mark.parametrize(
    ("content", "column", "value", "vi", "en"),
    [
        (HEADER.replace(b",note", b""), "note", "", "thiếu cột", "is missing"),
        (HEADER.replace(b"note", b"note,more"), "more", "more", "không có trong", "no such column"),
        (HEADER.replace(b"note", b"note,note"), "note", "note", "2 lần", "2 times"),
        (b"\xff\xfen\x00a\x00", "", "\ufffd\ufffdn\\u0000a\\u0000", "UTF-8", "not UTF-8"),
    ],
)
def test_a_wrong_first_line_is_told(
    tmp_path: Path, content: bytes, column: str, value: str, vi: str, en: str
) -> None:
    problem = only(read_register(rewrite(tmp_path, content + b"\n" + LINE))[1])
    assert place(problem) == ("officials.csv", 1, column, value)
    assert vi in problem.message.vi
    assert en in problem.message.en


def test_an_empty_file_lacks_every_column(tmp_path: Path) -> None:
    problems = read_register(rewrite(tmp_path, b""))[1]
    assert [problem.column for problem in problems] == sorted(columns_of("officials"))


@pytest.mark.parametrize(
    ("line", "column", "value", "vi", "en"),
    [
        (
            b"Tr\xe2n,a,b\n",
            "",
            "Tr\ufffdn,a,b",
            "không phải UTF-8 (byte thứ 3",
            "not UTF-8 (byte 3",
        ),
        (b"A,B,C\n", "level", "", "dòng có 3 ô, bảng có 10 cột", "3 cells, the table 10 columns"),
        (LINE[:-1] + b",x,y\n", "note", "x,y", "dòng có 12 ô", "12 cells, the table 10"),
        (b'"A,B\n', "", '"A,B', "không khép kín", "not closed"),
        (b'"A"B,C\n', "", '"A"B,C', "không khép kín", "not closed"),
    ],
)
def test_a_bad_line_leaves_the_next_alone(
    tmp_path: Path, line: bytes, column: str, value: str, vi: str, en: str
) -> None:
    register, problems = read_register(rewrite(tmp_path, HEADER + line + LINE))
    problem = only(problems)
    assert place(problem) == ("officials.csv", 2, column, value)
    assert vi in problem.message.vi
    assert en in problem.message.en
    assert [official.name for official in register.officials] == ["Lê B"]


def test_marks_of_other_editors_make_no_difference(tmp_path: Path) -> None:
    plain = read_register(rewrite(tmp_path, HEADER + LINE))
    decomposed = unicodedata.normalize("NFD", (HEADER + LINE).decode()).encode()
    columns = columns_of("officials")[::-1]
    turned = ",".join(columns).encode() + b"\n" + b",".join(LINE[:-1].split(b",")[::-1])
    for content in (
        b"\xef\xbb\xbf" + HEADER + LINE,
        (HEADER + LINE).replace(b"\n", b"\r\n"),
        HEADER + b"\n" + LINE + b"\n\n",
        HEADER + LINE.replace(b",", b" , "),
        decomposed,
        turned,
    ):
        assert read_register(rewrite(tmp_path, content)) == plain
    assert plain[1] == ()
