"""What the names of bodies are made of: whose they are, what boards and ministries are called."""

from __future__ import annotations

from typing import Final

#: Whose a body is, and what names it: area, term of a congress or committee.
OWNER: Final = (
    r"(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy(?: khối(?! (?:các|doanh)))?|thành ủy tp|"
    r"tỉnh đảng bộ|đảng bộ tỉnh|đảng bộ thành phố)"
)
CENTRE: Final = r"(?:trung ương(?: đảng)?|tw(?: đảng)?|t\.ư(?: đảng)?|tư(?: đảng)?)"
AREA: Final = r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
ROMAN: Final = r"(?:[ivxl]{1,7}|\d{1,2})"
ORDINAL: Final = rf"(?:lần thứ )?(?P<ordinal>{ROMAN}\b|thứ {ROMAN}\b)"
TERM: Final = rf"(?:\s?[(,]?\s?(?:khóa|kh\.?) (?P<term>{ROMAN})\b\)?)"
FRONT: Final = r"(?:mặt trận tổ quốc(?: việt nam)?|mttq(?: việt nam)?|mttqvn)"

#: What the boards of Party committees are called after.
PARTY_FIELD: Final = (
    r"(?:tổ chức|tuyên giáo (?:và|-) dân vận|tuyên giáo|dân vận|nội chính|kinh tế|đối ngoại|"
    r"bảo vệ chính trị nội bộ|chính sách, chiến lược|cơ yếu|tài chính quản trị)"
)
#: What departments and ministries are called after.
STATE_FIELD: Final = (
    r"(?:văn hóa, thể thao (?:và|&) du lịch|văn hóa(?:,| và| -) thể thao|văn hóa và thông tin|"
    r"văn hóa - thông tin|văn hóa, thông tin|văn hóa|vh,? ?tt(?: ?&| và) ?dl|vhttdl|"
    r"lao động(?:,| -|-) thương binh (?:và|-) xã hội|lđ-?tb ?(?:&|và)? ?xh|lao động|"
    r"giáo dục (?:và|-|&) đào tạo|gd ?(?:&|-|và)? ?đt|giáo dục|"
    r"nông nghiệp (?:và|-|&) (?:ptnt|phát triển nông thôn|môi trường)|nông nghiệp|"
    r"nn ?(?:&|-|và)? ?(?:ptnt|mt)|tài nguyên (?:và|-|&) môi trường|tn ?(?:&|-|và)? ?mt|"
    r"khoa học(?:,| và| -| &) công nghệ(?: (?:và|-|&) môi trường)?|kh ?(?:&|-|và)? ?cn|"
    r"thông tin (?:và|-|&) truyền thông|tt ?(?:&|-|và)? ?tt|"
    r"kế hoạch (?:và|-|&) đầu tư|kh ?(?:&|-|và)? ?đt|giao thông vận tải|giao thông - vận tải|gtvt|"
    r"quy hoạch (?:và|-) kiến trúc|dân tộc và tôn giáo|dân tộc|công thương|công nghiệp|"
    r"thương mại|tài chính|xây dựng|nội vụ|tư pháp|ngoại vụ|ngoại giao|y tế|du lịch|"
    r"an toàn thực phẩm|quốc phòng|công an)"
)
#: The committees of the National Assembly.
ASSEMBLY_BOARD: Final = (
    r"ủy ban (?:pháp luật(?: và tư pháp)?|tư pháp|kinh tế(?: và tài chính)?|"
    r"tài chính(?:,| -|-| và) ngân sách|quốc phòng(?:,| và) an ninh(?: và đối ngoại)?|"
    r"văn hóa(?:,| và) (?:giáo dục|xã hội)|xã hội|đối ngoại|công tác đại biểu|"
    r"khoa học, công nghệ và môi trường|dân nguyện và giám sát)(?: của quốc hội)?"
)
#: The committees that a people's council has.
COUNCIL_FIELD: Final = (
    r"(?:pháp chế|kinh tế(?:,| -|-| và) ngân sách|kinh tế - xã hội|văn hóa(?:,| -|-| và) xã hội|"
    r"đô thị)"
)
COUNCIL_BOARD: Final = (
    rf"ban (?:{COUNCIL_FIELD}|kinh tế|dân tộc) (?:của )?(?:hđnd|hội đồng nhân dân)"
    r"(?: (?:tỉnh|thành phố))?"
)
#: The offices of councils and people's committees.
COUNCIL_OFFICE: Final = (
    r"văn phòng (?:(?:hđnd|hội đồng nhân dân)(?: và|,|-) (?:ubnd|ủy ban nhân dân)|ubnd|"
    r"ủy ban nhân dân|(?:đoàn (?:đbqh|đại biểu quốc hội)(?: và|,) )?(?:hđnd|hội đồng nhân dân))"
    r"(?: (?:tỉnh|thành phố))?"
)
#: State bodies of a province in which the Party had a bloc of its own.
LED_BY_BLOCS: Final = r"(?:ubnd|ủy ban nhân dân|tòa án nhân dân|viện kiểm sát nhân dân)"
