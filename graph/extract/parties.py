"""Those whom a task is given to, as a list names them: bodies, holders of posts, classes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.extract.scene import BodyAt, Scene
from graph.extract.text import CAPITALS

#: The head of a body stands for it: `Giám đốc Sở Y tế`, `Chánh Văn phòng Tỉnh ủy`.
_HEADED = re.compile(
    r"(?:đồng chí |đ/c |ông |bà )?(?:(?:ban thường (?:vụ|trực)|cơ quan|thủ trưởng|"
    r"giám đốc|chánh án|chánh|trưởng ban(?= ban )|trưởng|chủ tịch|"
    r"(?:chi cục|cục|bộ|viện|hiệu) trưởng|thống đốc|bí thư|tổng biên tập|người đứng đầu|"
    r"chủ nhiệm|tổng giám đốc|chỉ huy trưởng|tư lệnh|thường trực) )?"
)
_WORDS = (
    r"(?:sở|ban|ngành|đoàn thể|cơ quan|đơn vị|địa phương|huyện|thị xã|thành phố|quận|xã|phường|"
    r"thị trấn|đặc khu|tỉnh|cấp|đoàn|chính trị|xã hội|doanh nghiệp|trực thuộc|liên quan|"
    r"có liên quan|trung ương|bộ|hội|trường|viện|cấp ủy|chính quyền|mặt trận|huyện ủy|thành ủy|"
    r"thị ủy|quận ủy|tỉnh ủy|đảng ủy|chi bộ|đảng bộ|đảng đoàn|ban cán sự đảng|đảng|khác|chức năng|"
    r"chuyên môn|trên địa bàn|cơ sở|thuộc|hội|thành viên|"
    r"tổ chức(?= (?:chính trị|xã hội|đoàn thể|đảng|liên quan|có|cơ sở)))"
)
_CLASS = re.compile(
    r"(?:(?:ubnd|ủy ban nhân dân|chủ tịch ubnd|chủ tịch ủy ban nhân dân|hđnd|ban thường vụ|"
    r"ban tổ chức|văn phòng|phòng|giám đốc|thủ trưởng|người đứng đầu|bí thư) )?"
    rf"(?:các|cấp|những|từng) {_WORDS}(?:(?:, | và |, và | - | ){_WORDS}){{0,14}}(?!\w)|"
    r"bộ trưởng(?=, thủ trưởng)|thủ trưởng (?:các )?cơ quan (?:ngang bộ|thuộc chính phủ)(?!\w)|"
    r"(?:ubnd|ủy ban nhân dân) (?:cấp )?(?:huyện|xã|tỉnh)(?:(?:, | và )cấp (?:huyện|xã))?(?!\w)"
)
#: What a list says once before the names of several bodies: `các Sở: Nội vụ, Tài chính`.
_SPREAD = re.compile(
    r"(?:(?:giám đốc|thủ trưởng|chủ tịch) )?(?:(?:sở(?: [^\W\d_]+){1,8}(?= các tỉnh)|"
    r"ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|"
    r"đảng ủy|công an) )?các (?:sở|bộ|huyện|quận|thị xã|thành phố|xã|phường|"
    r"tỉnh(?:(?:,| và) thành phố)?):? "
)
#: What such a list goes on with: `UBND các quận A, B và huyện C`.
_ANOTHER_AREA = re.compile(r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|đặc khu) ")
_NAMED = re.compile(
    rf"[{CAPITALS}][^\W\d_]*(?: [^\W\d_]+){{0,6}}?(?=, | và | chủ trì| phối hợp| có trách nhiệm)"
)
_LIES_IN = re.compile(
    rf",? (?:huyện|quận|thị xã|thành phố|tỉnh|TP\.?) [{CAPITALS}][^\W\d_A-Z]+"
    rf"(?: [{CAPITALS}][^\W\d_A-Z]+){{0,3}}(?!\w)"
    rf"(?:,? tỉnh [{CAPITALS}][^\W\d_A-Z]+(?: [{CAPITALS}][^\W\d_A-Z]+){{0,2}}(?!\w))?"
)
#: What makes a class of a body: `Phòng Nội vụ các huyện, thành phố`.
_OF_EACH = re.compile(
    r" (?:các|từng) (?:huyện|quận|thị xã|thành phố|xã|phường|địa phương|tỉnh)(?!\w)"
    r"(?:(?:, | và )(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)(?!\w)){0,4}"
)
_JOINT = re.compile(r"(?:, và| và|,|;| cùng| cùng với) ")
_BRACKET = re.compile(r" \([^()\n]{2,90}\)")
_CLASSES = ("các ", "cấp ủy", "ngành ", "toàn ", "Hội nghị ", "Đại hội ")
_MOST = 24


@dataclass(frozen=True, slots=True)
class Party:
    """One of a list: where it stands, and its id; None for a class of bodies.

    `helps` = a bracket behind it says so: `Sở A (chủ trì), Sở B (phối hợp)`.
    """

    start: int
    end: int
    id: str | None
    helps: bool = False


def is_class(body: BodyAt) -> bool:
    """Tell whether a body is a class, a branch or an event: none that can be told by name."""
    return body.body.name.startswith(_CLASSES)


def past_area(scene: Scene, body: BodyAt) -> int:
    """Return where a body ends with the district it lies in: `UBND xã A, huyện B`."""
    found = _LIES_IN.match(scene.text.folded.shaped, body.end)
    return found.end() if found else body.end


def parties_at(scene: Scene, at: int, stop: int, *, unknown: bool = False) -> tuple[Party, ...]:
    """Return the list of parties that begins at an offset; nothing where none stands there.

    `unknown` = it may open with a name that no grammar knows.
    """
    found: list[Party] = []
    while len(found) < _MOST:
        party = _party(scene, at, stop) or (_unknown(scene, at, stop) if found or unknown else None)
        if party is None:
            break
        party = _with_bracket(scene, party, stop)
        found.append(party)
        joint = _JOINT.match(scene.folded, party.end, stop)
        if joint is None:
            break
        at = joint.end()
    return tuple(found)


def _with_bracket(scene: Scene, party: Party, stop: int) -> Party:
    """Return a party with the bracket behind it: `Sở A (cơ quan thường trực)`."""
    found = _BRACKET.match(scene.folded, party.end, stop)
    return replace(party, end=found.end(), helps="phối hợp" in found[0]) if found else party


def _unknown(scene: Scene, at: int, stop: int) -> Party | None:
    """Return one of a list that no grammar knows (`Báo Cà Mau`): the list goes on behind it."""
    named = _NAMED.match(scene.text.folded.shaped, at, stop)
    return Party(at, named.end(), None) if named else None


def _party(scene: Scene, at: int, stop: int) -> Party | None:
    official = scene.official_by_post(at, stop)
    if official is not None:
        return Party(at, official.end, official.official.id)
    headed = _HEADED.match(scene.folded, at, stop)
    start = headed.end() if headed else at
    spread = _SPREAD.match(scene.folded, at, stop)
    spread = spread or _ANOTHER_AREA.match(scene.folded, at, stop)
    body = scene.body_at(spread.end()) if spread else None
    body = body or scene.body_at(at) or scene.body_at(start)
    if body is not None and body.end <= stop:
        if is_class(body):
            longer = _CLASS.match(scene.folded, at, stop)
            return Party(at, max(body.end, longer.end() if longer else 0), None)
        each = _OF_EACH.match(scene.folded, body.end, stop)
        end = min(stop, past_area(scene, body))
        return Party(at, each.end(), None) if each else Party(at, end, body.id)
    official = scene.official_before(start + 1, start) or scene.official_before(at + 1, at)
    if official is not None and official.end <= stop:
        return Party(at, official.end, official.official.id)
    klass = _CLASS.match(scene.folded, at, stop)
    return Party(at, klass.end(), None) if klass else None
