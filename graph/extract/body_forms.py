"""The forms that names of bodies take, tried in order at the word they open with.

Patterns run over the folded text (lower case), so that `ban Thường vụ Tỉnh ủy` is found; capitals
are asked for only where the word alone is no name (`Bộ`, `Sở`).
"""

from __future__ import annotations

from typing import Final

from graph.extract.body_congresses import CONGRESSES
from graph.extract.body_fields import (
    AREA,
    ASSEMBLY_BOARD,
    CENTRE,
    COUNCIL_BOARD,
    COUNCIL_FIELD,
    COUNCIL_OFFICE,
    FRONT,
    LED_BY_BLOCS,
    ORDINAL,
    OWNER,
    PARTY_FIELD,
    ROMAN,
    STATE_FIELD,
    TERM,
)
from graph.extract.body_pattern import BodyPattern
from graph.extract.body_pattern import form as _form
from graph.model import Level

_CENTRAL, _MINISTRY, _PROVINCE = Level.CENTRAL, Level.MINISTRY, Level.PROVINCE

#: Tried in order at a head word; the first that matches is the body.
FORMS: Final[dict[str, tuple[BodyPattern, ...]]] = {
    "ban": (
        _form("secretariat", r"ban bí thư(?: trung ương đảng| trung ương)?", _CENTRAL),
        _form(
            "committee",
            rf"ban chấp hành {CENTRE}(?! đoàn)(?: cộng sản việt nam)?",
            _CENTRAL,
        ),
        _form("local committee", rf"ban chấp hành đảng bộ {AREA}", None),
        _form("standing", rf"ban thường vụ {OWNER}", None),
        _form("council", COUNCIL_BOARD, None, capital=True),
        _form("central board", rf"ban {PARTY_FIELD} {CENTRE}", _CENTRAL),
        _form("board", rf"ban {PARTY_FIELD} {OWNER}", None),
        _form("board", rf"ban {PARTY_FIELD}", None, capital=True),
        _form("board", rf"ban {COUNCIL_FIELD}", None, capital=True),
        _form("bloc", rf"ban cán sự đảng(?: {LED_BY_BLOCS})?(?: (?:tỉnh|thành phố))", None),
        _form(
            "central bloc",
            rf"ban cán sự đảng (?:bộ {STATE_FIELD}|chính phủ|tòa án nhân dân tối cao|"
            r"viện kiểm sát nhân dân tối cao|ngân hàng nhà nước)",
            _CENTRAL,
        ),
        _form(
            "state board",
            rf"ban (?:dân tộc(?: và tôn giáo)?|quản lý (?:các )?khu (?:công nghiệp|kinh tế)|"
            rf"xây dựng đảng)(?: {OWNER}| tỉnh| thành phố)?",
            None,
            capital=True,
        ),
    ),
    "bch": (
        _form("committee", rf"bch {CENTRE}(?! đoàn)", _CENTRAL),
        _form("local committee", rf"bch đảng bộ {AREA}", None),
    ),
    "btv": (_form("standing", rf"btv {OWNER}", None),),
    "thường": (
        _form("standing", rf"thường (?:trực|vụ) {OWNER}", None),
        _form("council", r"thường trực (?:hđnd|hội đồng nhân dân)", None),
        _form("government", r"thường trực chính phủ", _CENTRAL),
    ),
    "bộ": (
        _form("politburo", r"bộ chính trị", _CENTRAL),
        _form(
            "military",
            r"bộ (?:chqs|chỉ huy (?:quân sự|qs|bộ đội biên phòng|bđbp))(?: (?:tỉnh|thành phố))?",
            None,
        ),
        _form("military", r"bộ tư lệnh (?:quân khu \d{1,2}|vùng \d|quân đoàn \d{1,2})", _CENTRAL),
        _form("military", r"bộ tư lệnh(?: (?:thủ đô|thành phố))?", None, capital=True),
        _form("ministry", rf"bộ {STATE_FIELD}", _MINISTRY, capital=True),
    ),
    "trung": (
        _form("plenum", rf"trung ương {ORDINAL}{TERM}?", _CENTRAL, capital=True),
        _form("committee", r"trung ương đảng", _CENTRAL),
        _form(
            "office",
            r"trung tâm (?:chính trị|y tế|phục vụ hành chính công|"
            r"văn hóa(?:(?:,| và| -) (?:thông tin|thể thao|truyền thông|du lịch|nghệ thuật)){0,3})"
            r"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))?",
            None,
            capital=True,
        ),
    ),
    "hội": (
        _form(
            "plenum",
            rf"hội nghị (?:lần thứ )?(?P<before>{ROMAN}|[a-zà-ỹ]{{2,5}}),? "
            rf"(?:của )?(?:ban chấp hành|bch) {CENTRE}{TERM}?",
            _CENTRAL,
        ),
        _form("plenum", rf"hội nghị {CENTRE} {ORDINAL}{TERM}?", _CENTRAL),
        _form("council", r"hội đồng nhân dân(?: (?:tỉnh|thành phố))?", None),
        _form("assembly", r"hội đồng dân tộc(?: của quốc hội)?", _CENTRAL, capital=True),
        _form(
            "front",
            r"hội (?:liên hiệp phụ nữ|lhpn|nông dân|cựu chiến binh|chữ thập đỏ|luật gia)"
            r"(?: việt nam)?(?: (?:tỉnh|thành phố))?",
            None,
            capital=True,
        ),
    ),
    **CONGRESSES,
    "ủy": (
        _form("inspection", rf"ủy ban kiểm tra {CENTRE}", _CENTRAL),
        _form("inspection", rf"ủy ban kiểm tra {OWNER}", None),
        _form("inspection", r"ủy ban kiểm tra", None, capital=True),
        _form("assembly", r"ủy ban thường vụ quốc hội", _CENTRAL),
        _form("people", r"ủy ban nhân dân(?: (?:tỉnh|thành phố))?", None),
        _form("front", rf"ủy ban (?:trung ương|tw) {FRONT}", _CENTRAL),
        _form("front", rf"ủy ban {FRONT}(?: (?:tỉnh|thành phố))?", None),
        _form("ministry", r"ủy ban dân tộc", _MINISTRY, capital=True),
        _form("assembly", ASSEMBLY_BOARD, _CENTRAL, capital=True),
    ),
    "ubkt": (
        _form("inspection", rf"ubkt {CENTRE}", _CENTRAL),
        _form("inspection", rf"ubkt {OWNER}", None),
        _form("inspection", r"ubkt", None),
    ),
    "ubnd": (_form("people", r"ubnd(?: (?:tỉnh|thành phố))?", None),),
    "hđnd": (_form("council", r"hđnd(?: (?:tỉnh|thành phố))?", None),),
    "văn": (
        _form("office", rf"văn phòng {CENTRE}", _CENTRAL),
        _form("office", rf"văn phòng {OWNER}", None),
        _form("office", r"văn phòng (?:chính phủ|quốc hội|chủ tịch nước)", _CENTRAL),
        _form("office", COUNCIL_OFFICE, None),
    ),
    "tỉnh": (
        _form("party committee", r"tỉnh ủy", _PROVINCE),
        _form("front", r"tỉnh đoàn", _PROVINCE, capital=True),
        _form("acting area", r"tỉnh(?:(?<=[,;.] tỉnh)|(?<=\ntỉnh))(?= )", _PROVINCE),
    ),
    "thành": (
        _form("party committee", r"thành ủy", None),
        _form("acting area", r"thành phố(?:(?<=[,;.] thành phố)|(?<=\nthành phố))(?= )", _PROVINCE),
        _form("front", r"thành đoàn", None, capital=True),
    ),
    "huyện": (
        _form("party committee", r"huyện ủy", Level.DISTRICT),
        _form("front", r"huyện đoàn", Level.DISTRICT, capital=True),
    ),
    "quận": (_form("party committee", r"quận ủy", Level.DISTRICT),),
    "thị": (_form("party committee", r"thị ủy", Level.DISTRICT),),
    "quân": (
        _form("military", r"quân đội nhân dân việt nam", _CENTRAL),
        _form("military", r"quân khu \d{1,2}", _CENTRAL, capital=True),
        _form("military", r"quân ủy trung ương", _CENTRAL),
    ),
    "đảng": (
        _form("party committee", r"đảng ủy công an trung ương", _CENTRAL),
        _form(
            "party committee",
            r"đảng ủy (?:các cơ quan đảng trung ương|chính phủ|quốc hội|quân khu \d{1,2}|"
            r"khối (?:các cơ quan|doanh nghiệp) trung ương|"
            r"mặt trận tổ quốc, các đoàn thể trung ương)",
            _CENTRAL,
        ),
        _form(
            "party committee",
            r"đảng ủy (?:quân sự|công an|bộ đội biên phòng|"
            r"(?:khối )?các cơ quan(?: đảng)?(?: và doanh nghiệp)?|khối doanh nghiệp|ubnd) "
            r"(?:tỉnh|thành phố)",
            _PROVINCE,
        ),
        _form(
            "department",
            rf"đảng ủy (?:cục (?:thuế|hải quan|thống kê|quản lý thị trường|thi hành án dân sự)|"
            rf"sở {STATE_FIELD}|kho bạc nhà nước)(?: (?:tỉnh|thành phố))?",
            None,
        ),
        _form(
            "party committee",
            rf"đảng ủy (?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|{FRONT}) {AREA}",
            None,
        ),
        _form("party committee", rf"đảng ủy {FRONT}(?:,| và) các đoàn thể {AREA}", None),
        _form("party committee", rf"đảng ủy (?=(?:xã|phường|thị trấn|đặc khu)\b){AREA}", None),
        _form("party organisation", r"đảng bộ (?:tỉnh|thành phố|tp)", _PROVINCE),
        _form(
            "military",
            r"đảng bộ (?:quân sự|công an|bộ đội biên phòng|khối (?:các cơ quan|doanh nghiệp)"
            r"(?: và doanh nghiệp)?)(?: (?:tỉnh|thành phố))?",
            None,
            capital=True,
        ),
        _form("local organisation", rf"đảng bộ {AREA}", None),
        _form(
            "central bloc",
            rf"đảng đoàn (?:quốc hội|{FRONT}|hội nông dân việt nam|"
            r"tổng liên đoàn lao động việt nam|hội liên hiệp phụ nữ việt nam)",
            _CENTRAL,
        ),
        _form(
            "bloc",
            rf"đảng đoàn (?:hđnd|hội đồng nhân dân|(?:ủy ban )?{FRONT}|hội nông dân|"
            r"hội (?:liên hiệp phụ nữ|lhpn|cựu chiến binh)|liên đoàn lao động) (?:tỉnh|thành phố)",
            _PROVINCE,
        ),
    ),
    "đàng": (_form("party organisation", r"đàng bộ (?:tỉnh|thành phố)", _PROVINCE),),
    "chính": (_form("government", r"chính phủ", _CENTRAL, capital=True),),
    "thủ": (_form("premier", r"thủ tướng(?: chính phủ)?", _CENTRAL),),
    "chủ": (_form("president", r"chủ tịch nước", _CENTRAL, capital=True),),
    "quốc": (_form("assembly", r"quốc hội", _CENTRAL, capital=True),),
    "sở": (_form("department", rf"sở {STATE_FIELD}", _PROVINCE, capital=True),),
    "thanh": (
        _form("government", r"thanh tra chính phủ", _MINISTRY),
        _form("department", r"thanh tra (?:tỉnh|thành phố)", _PROVINCE, capital=True),
    ),
    "công": (_form("department", r"công an (?:tỉnh|thành phố)", None, capital=True),),
    "tòa": (
        _form("court", r"tòa án nhân dân tối cao", _CENTRAL),
        _form("court", r"tòa án nhân dân (?:tỉnh|thành phố)", None),
    ),
    "viện": (
        _form("court", r"viện kiểm sát nhân dân tối cao", _CENTRAL),
        _form("court", r"viện kiểm sát nhân dân (?:tỉnh|thành phố)", None),
    ),
    "kiểm": (_form("audit", r"kiểm toán nhà nước", _CENTRAL),),
    "ngân": (
        _form(
            "bank",
            r"ngân hàng nhà nước (?:việt nam )?(?:- )?chi nhánh (?:tỉnh|thành phố)",
            _PROVINCE,
        ),
        _form("bank", r"ngân hàng nhà nước khu vực \d{1,2}", _MINISTRY),
        _form("bank", r"ngân hàng nhà nước(?: việt nam)?", _MINISTRY),
        _form(
            "department",
            r"ngân hàng(?<!nhánh ngân hàng) (?:csxh|chính sách xã hội)(?! chi nhánh)"
            r"(?: (?:việt nam|tỉnh|thành phố))?",
            None,
            capital=True,
        ),
    ),
    "chi": (
        _form(
            "department",
            r"chi nhánh ngân hàng nhà nước(?: việt nam)?(?: (?:tỉnh|thành phố))?",
            _PROVINCE,
            capital=True,
        ),
    ),
    "cục": (
        _form(
            "department",
            r"cục (?:thống kê|thuế|hải quan|quản lý thị trường|thi hành án dân sự)"
            r"(?: (?:tỉnh|thành phố))?",
            None,
            capital=True,
        ),
    ),
    "kho": (_form("department", r"kho bạc nhà nước(?: (?:tỉnh|thành phố))?", None, capital=True),),
    "bảo": (
        _form(
            "department", r"bảo hiểm xã hội(?: (?:tỉnh|thành phố|việt nam))?", None, capital=True
        ),
    ),
    "báo": (
        _form(
            "department",
            r"báo(?:,| và| -) (?:đài )?phát thanh(?:,| và|,? -)? truyền hình"
            r"(?: (?:tỉnh|thành phố))?",
            _PROVINCE,
            capital=True,
        ),
    ),
    "đài": (
        _form(
            "department",
            r"đài (?:phát thanh(?: và| -|,) truyền hình|pt ?- ?th|khí tượng thủy văn)"
            r"(?: (?:tỉnh|thành phố))?",
            _PROVINCE,
            capital=True,
        ),
    ),
    "trường": (
        _form(
            "academy",
            r"trường chính trị(?! (?:tôn|phạm|hoàng|trần|lê|nguyễn) )(?: (?:tỉnh|thành phố))?",
            None,
            capital=True,
        ),
    ),
    "phòng": (
        _form(
            "office",
            r"phòng (?:kinh tế(?:(?:,| và| -) hạ tầng(?: và đô thị)?)?|văn hóa(?:,| và| -) xã hội|"
            rf"tài chính(?:,| và| -) kế hoạch|quản lý đô thị|{STATE_FIELD})"
            r"(?: (?:huyện|quận|thị xã|thành phố|xã|phường))?",
            None,
            capital=True,
        ),
    ),
    "tổng": (
        _form(
            "military",
            r"tổng cục chính trị(?: (?:qđnd|quân đội nhân dân)(?: việt nam)?)?",
            _CENTRAL,
        ),
        _form("front", r"tổng liên đoàn lao động việt nam", _CENTRAL),
    ),
    "học": (_form("academy", r"học viện chính trị quốc gia hồ chí minh", _CENTRAL),),
    "mặt": (_form("front", r"mặt trận t[ổô] quốc(?: việt nam)?(?: (?:tỉnh|thành phố))?", None),),
    "mttq": (_form("front", r"mttq(?: việt nam)?(?: (?:tỉnh|thành phố))?", None),),
    "liên": (
        _form("front", r"liên đoàn lao động (?:tỉnh|thành phố)", _PROVINCE),
        _form(
            "front",
            r"liên minh (?:hợp tác xã|htx)(?: việt nam)?(?: (?:tỉnh|thành phố))?",
            _PROVINCE,
            capital=True,
        ),
    ),
    "đoàn": (
        _form(
            "delegation",
            r"đoàn (?:đại biểu quốc hội|đbqh)(?: đơn vị)? (?:tỉnh|thành phố)",
            _PROVINCE,
        ),
    ),
    "các": (
        _form("class", r"các cấp ủy(?: đảng)?", None),
        _form(
            "class",
            r"các (?:(?:huyện|quận|thị|thành|tỉnh|đảng)(?: ủy)?(?:, | và )){0,6}"
            r"(?:huyện|quận|thị|thành|tỉnh|đảng) ủy(?: trực thuộc(?: tỉnh ủy| thành ủy)?)?",
            None,
        ),
        _form(
            "class",
            r"các (?:cơ quan, đơn vị, địa phương|địa phương, đơn vị|cơ quan, đơn vị|"
            r"sở, ban, ngành(?:, đoàn thể)?|sở, ngành|cấp, các ngành|cấp, ngành)",
            None,
        ),
    ),
    "cấp": (
        _form("class", r"cấp ủy(?: đảng)?(?: các cấp| cùng cấp)", None),
        _form("class", r"cấp ủy(?: đảng)?(?! (?:viên|cơ sở|trực thuộc|khóa|nhiệm kỳ))", None),
    ),
    "ngành": (
        _form(
            "sector",
            r"ngành (?:tcxdđ|tổ chức xây dựng đảng|tổ chức đảng|tổ chức(?! lại))",
            None,
        ),
        _form("sector", rf"ngành (?:tuyên giáo|dân vận|nội chính|kiểm tra|{STATE_FIELD})", None),
        _form("bare sector", r"ngành", None, capital=True),
    ),
    "toàn": (
        _form("area", r"toàn (?:tỉnh|thành phố)", _PROVINCE),
        _form("party organisation", r"toàn đ[ảà]ng bộ (?:tỉnh|thành phố|tp)", _PROVINCE),
        _form(
            "sector",
            r"toàn ngành (?:tcxdđ|tổ chức xây dựng đảng|tổ chức đảng|tổ chức(?! lại)|"
            rf"tuyên giáo|dân vận|nội chính|kiểm tra|{STATE_FIELD})",
            None,
        ),
        _form("bare sector", r"toàn ngành", None),
    ),
}
FORMS["uỷ"] = FORMS["ủy"]
