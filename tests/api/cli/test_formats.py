"""Files of every kind over the command line: read, or told why not while the rest goes on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from api.access.audit import FILE
from api.access.folder import folder_beside
from tests.api.cli.conftest import invoke
from tests.graph.read.formats.files import doc, docx, paragraph, pdf
from tests.graph.read.formats.layouts import pages

SAID = "Ban Thường vụ Tỉnh ủy Hà Tĩnh ban hành Chương trình hành động 920-CTr/TU."
SECRET = f"TỈNH ỦY HÀ TĨNH\nTỐI MẬT\n{SAID}\n"


def test_one_list_of_formats_serves_folders_and_a_wrong_file_stops_nothing(
    store: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.docx").write_bytes(docx(paragraph(SAID)))
    (tmp_path / "b.doc").write_bytes(doc(f"{SAID}\r"))
    (tmp_path / "c.pdf").write_bytes(pdf([(80.0, 700.0, SAID)]))
    (tmp_path / "d.html").write_text(pages()["newspaper"], encoding="utf-8")
    (tmp_path / "e.csv").write_text("Số ký hiệu;Ngày\n920-CTr/TU;1/5/2018", encoding="utf-8")
    (tmp_path / "f.jsonl").write_text(json.dumps({"text": SAID}) + "\n{}\n", encoding="utf-8")
    (tmp_path / "g.docx").write_bytes(b"PK\x03\x04 damaged")
    (tmp_path / "~$a.docx").write_bytes(b"open in Word")
    (tmp_path / "anh.png").write_bytes(b"\x89PNG")
    (tmp_path / "README.md").write_text(f"# Bài trong thư mục này\n\n{SAID}", encoding="utf-8")
    own = shutil.copytree(store, tmp_path / "store")
    result = invoke("--store", own, "ingest", tmp_path)
    assert result.exit_code == 3
    assert "6 bài" in result.stdout
    for place in ("g.docx", "f.jsonl:2"):
        assert place in result.stderr
    for unseen in ("~$a", "anh.png"):
        assert unseen not in result.stderr


def test_columns_are_named_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "so.csv"
    file.write_text("Mã;Khi nào\n920-CTr/TU;1/5/2018", encoding="utf-8")
    columns = "number=Mã,issued=Khi nào"
    result = invoke("extract", file, "--format", "json", "--columns", columns)
    (told,) = json.loads(result.stdout)["documents"]
    assert (told["number"], told["issued"]) == ("920-CTr/TU", "2018-05-01")
    assert invoke("extract", file, "--columns", "cột=Mã").exit_code == 2
    assert invoke("extract", file).exit_code == 3


def test_restricted_texts_need_a_reason_which_is_logged(store: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(store, tmp_path / "own"))
    file = tmp_path / "mật.txt"
    file.write_text(SECRET, encoding="utf-8")
    ingest = ("--store", own, "ingest", file)
    assert invoke(*ingest).exit_code == 3
    assert invoke(*ingest, "--allow-restricted", "x").exit_code == 2
    assert not any(SECRET.encode() in kept.read_bytes() for kept in own.rglob("*.txt"))
    allowed = invoke(*ingest, "--allow-restricted", "đã giải mật năm 2026")
    assert allowed.exit_code == 0, allowed.stderr
    logged = (folder_beside(own) / FILE).read_text(encoding="utf-8").splitlines()
    assert "đã giải mật năm 2026" in json.loads(logged[-1])["about"]


def test_relations_tell_their_confidence_and_review_begins_with_the_least(
    store: Path, tmp_path: Path
) -> None:
    own = Path(shutil.copytree(store, tmp_path / "own"))
    file = tmp_path / "bài.txt"
    file.write_text(f"{SAID} Chương trình này thực hiện Nghị quyết 18-NQ/TW.", encoding="utf-8")
    told = json.loads(invoke("extract", file, "--format", "json").stdout)
    assert all(0 <= one["confidence"] <= 1 for one in told["relations"])
    assert invoke("--store", own, "ingest", file).exit_code == 0
    listed = invoke("--store", own, "review", "list", "--source", "bai", "--format", "json")
    order = [one["confidence"] for one in json.loads(listed.stdout)]
    judged = [one for one in order if one is not None]
    assert len(judged) > 3
    assert judged == sorted(judged)
