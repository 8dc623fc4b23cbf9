"""All wording that command line and pages share, in Vietnamese and English.

Labels are looked up by the value of the model; dates, numbers and lags are spelled here so that
every surface spells them alike. Vietnamese dates are `18-8-2022`, as Party documents print them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from graph.errors import Text
from graph.model import (
    Decision,
    Figure,
    Force,
    Inference,
    Lag,
    Level,
    Modality,
    PartialDate,
    Taught,
    UnitState,
    Verdict,
    Verification,
)

Labelled = TypeVar("Labelled")

UNKNOWN = Text("chưa rõ", "not known")
ASSUMED = Text("giả định", "assumed")
UNVERIFIED = Text("chưa kiểm chứng", "unverified")
DISPUTED = Text("các nguồn không thống nhất", "sources differ")
REPEATED = Text("đã nêu ở trên", "shown above")
REPEATED_BELOW = Text("nêu ở dưới", "shown below")
UNRESOLVED = Text("chưa xác định được văn bản", "not resolved to one document")
RELATION_UNVERIFIED = Text("quan hệ chưa kiểm chứng", "relation unverified")
SINCE = Text("từ", "since")
SINCE_UNKNOWN = Text("chưa rõ từ ngày nào", "from a day that is not known")
NO_ADDRESS = Text("không lưu địa chỉ nguồn", "address of the source not kept")

LEVELS: Mapping[Level, Text] = {
    Level.CENTRAL: Text("Trung ương", "Central"),
    Level.MINISTRY: Text("bộ, ngành", "Ministry"),
    Level.PROVINCE: Text("cấp tỉnh", "Province"),
    Level.DISTRICT: Text("cấp huyện", "District"),
    Level.COMMUNE: Text("cấp xã", "Commune"),
    Level.GRASSROOTS: Text("cơ sở", "Grass roots"),
}

VERIFICATIONS: Mapping[Verification, Text] = {
    Verification.VERIFIED_TWICE: Text("hai nguồn độc lập", "two independent sources"),
    Verification.SEEN_ONCE: Text("một nguồn", "one source"),
    Verification.ARTICLE: Text("theo bài báo", "from an article"),
    Verification.SECONDARY: Text("nguồn thứ cấp", "secondary source"),
    Verification.UNVERIFIED: UNVERIFIED,
}

FORCES: Mapping[Force, Text] = {
    Force.IN_FORCE: Text("còn hiệu lực", "in force"),
    Force.ASSUMED: Text(
        "còn hiệu lực (giả định: có hiệu lực từ ngày ban hành)",
        "in force (assumed: effective from the day of issue)",
    ),
    Force.NOT_YET: Text("chưa có hiệu lực", "not yet in force"),
    Force.SUSPENDED: Text("đang bị đình chỉ", "suspended"),
    Force.ENDED: Text("hết hiệu lực", "no longer in force"),
    Force.UNKNOWN: Text("chưa rõ hiệu lực", "force not known"),
}

UNIT_STATES: Mapping[UnitState, Text] = {
    UnitState.FOUND: Text("có văn bản", "document found"),
    UnitState.REPORTED: Text("có nhắc đến, chưa thấy văn bản", "reported, no document found"),
    UnitState.NONE_FOUND: Text("chưa tìm thấy trong kho này", "none found in this corpus"),
    UnitState.OUT_OF_SCOPE: Text("ngoài phạm vi", "out of scope"),
}

MODALITIES: Mapping[Modality, Text] = {
    Modality.DONE: Text("đã làm", "done"),
    Modality.REQUESTED: Text("được yêu cầu", "requested"),
    Modality.PLANNED: Text("dự kiến", "planned"),
    Modality.DENIED: Text("bị phủ nhận", "denied"),
}

VERDICTS: Mapping[Verdict, Text] = {
    Verdict.ACCEPTED: Text("đã nhận", "accepted"),
    Verdict.REJECTED: Text("đã bác", "rejected"),
    Verdict.CORRECTED: Text("đã sửa", "corrected"),
}
NOT_REVIEWED = Text("chưa duyệt", "not reviewed")

INFERENCES: Mapping[Inference, Text] = {
    Inference.ALIAS: Text("suy từ tên gọi tắt", "inferred from a short name"),
    Inference.TERM: Text("suy ra khóa", "term inferred"),
    Inference.ISSUER: Text("suy ra cơ quan ban hành", "issuer inferred"),
    Inference.ELLIPSIS: Text("suy từ câu lược bớt", "inferred from an ellipsis"),
    Inference.COLLECTIVE: Text("suy từ câu nói chung", "inferred from a collective statement"),
    Inference.REGISTER: Text("đối chiếu sổ văn bản", "matched with the register"),
    Inference.REVIEWED: Text("theo điều đã duyệt", "by a reviewed correction"),
}

#: How plainly a source says something; what it says clearly needs no remark.
CERTAINTIES: Mapping[str, Text] = {
    "likely": Text("nguồn nói chưa thật rõ", "not said quite plainly"),
    "inferred": Text("suy từ câu văn", "inferred from the wording"),
}

#: How `subject predicate object` is told from the subject.
RELATIONS: Mapping[str, Text] = {
    "implements": Text("thực hiện", "implements"),
    "continues": Text("tiếp tục thực hiện", "continues"),
    "guides": Text("hướng dẫn", "guides"),
    "basedOn": Text("căn cứ", "based on"),
    "restsOn": Text("dựa trên", "rests on"),
    "replaces": Text("thay thế", "replaces"),
    "repeals": Text("bãi bỏ", "repeals"),
    "suspends": Text("đình chỉ", "suspends"),
    "amends": Text("sửa đổi, bổ sung", "amends"),
    "corrects": Text("đính chính", "corrects"),
    "consolidates": Text("hợp nhất", "consolidates"),
    "linkedWith": Text("gắn với", "linked with"),
    "reviews": Text("sơ kết, tổng kết", "reviews"),
    "concludes": Text("kết luận về", "concludes on"),
    "cites": Text("nhắc đến", "cites"),
}

#: Relations of documents to bodies, people and events, as a reading tells them.
FURTHER_RELATIONS: Mapping[str, Text] = {
    "issuedBy": Text("do cơ quan ban hành", "issued by"),
    "adoptedAt": Text("thông qua tại", "adopted at"),
    "implementedBy": Text("có cơ quan thực hiện là", "carried out by"),
    "signedBy": Text("có người ký là", "signed by"),
    "responsibleFor": Text("chịu trách nhiệm về", "responsible for"),
    "assignedTo": Text("giao việc cho", "gives a task to"),
}

#: The same relation told from the object.
INVERSES: Mapping[str, Text] = {
    "implements": Text("được thực hiện bằng", "implemented through"),
    "continues": Text("được tiếp tục thực hiện bằng", "continued by"),
    "guides": Text("được hướng dẫn bởi", "guided by"),
    "basedOn": Text("là căn cứ của", "basis of"),
    "restsOn": Text("là chỗ dựa của", "what rests on it"),
    "replaces": Text("bị thay thế bởi", "replaced by"),
    "repeals": Text("bị bãi bỏ bởi", "repealed by"),
    "suspends": Text("bị đình chỉ bởi", "suspended by"),
    "amends": Text("được sửa đổi, bổ sung bởi", "amended by"),
    "corrects": Text("được đính chính bởi", "corrected by"),
    "consolidates": Text("được hợp nhất trong", "consolidated in"),
    "linkedWith": Text("gắn với", "linked with"),
    "reviews": Text("được sơ kết, tổng kết trong", "reviewed in"),
    "concludes": Text("được kết luận trong", "concluded on by"),
    "cites": Text("được nhắc đến trong", "cited in"),
}

FIELDS: Mapping[str, Text] = {
    "number": Text("Số, ký hiệu", "Number"),
    "numeral": Text("Số", "Numeral"),
    "type": Text("Loại văn bản", "Type"),
    "documentType": Text("Loại văn bản", "Type"),
    "typeCode": Text("Ký hiệu loại", "Type code"),
    "term": Text("Nhiệm kỳ", "Term"),
    "title": Text("Trích yếu", "Title"),
    "alias": Text("Tên gọi khác", "Also called"),
    "issuedBy": Text("Cơ quan ban hành", "Issued by"),
    "signedBy": Text("Người ký", "Signed by"),
    "adoptedAt": Text("Thông qua tại", "Adopted at"),
    "issued": Text("Ngày ban hành", "Issued"),
    "effective": Text("Ngày có hiệu lực", "Effective"),
    "expires": Text("Ngày hết hiệu lực", "Expires"),
    "level": Text("Cấp", "Level"),
    "unit": Text("Địa phương", "Unit"),
    "verification": Text("Mức kiểm chứng", "Verification"),
    "note": Text("Ghi chú", "Note"),
}

#: What tables of sources say where no address stands.
PLACES: Mapping[str, Text] = {
    "source address not kept": NO_ADDRESS,
    "text in a public code repository": Text(
        "văn bản trong một kho mã nguồn công khai", "text in a public code repository"
    ),
    "general knowledge": Text("kiến thức chung", "general knowledge"),
    "general knowledge, unverified": Text(
        "kiến thức chung, chưa kiểm chứng", "general knowledge, unverified"
    ),
}

KINDS: Mapping[str, Text] = {
    "document": Text("văn bản", "document"),
    "body": Text("cơ quan", "body"),
    "official": Text("cán bộ", "official"),
}

#: What loading is doing.
STAGES: Mapping[str, Text] = {
    "read": Text("Đọc sổ văn bản", "Reading the register"),
    "resolve": Text("Đối chiếu văn bản", "Resolving documents"),
    "store": Text("Ghi vào kho", "Writing to the store"),
    "shapes": Text("Đối chiếu ràng buộc", "Checking shapes"),
    "graphs": Text("Đối chiếu đồ thị của người dùng", "Checking graphs of users"),
    "facts": Text("Đối chiếu dữ kiện với phát biểu", "Comparing facts with claims"),
    "import": Text("Đọc tệp, triệu byte", "Reading the file, megabytes"),
    "index": Text("Lập chỉ mục dòng chảy", "Making the index of lineage"),
    "done": Text("Xong", "Done"),
}

#: What loading counts: documents, references, claims, facts; one and many.
LOADED = (
    (Text("văn bản", "document"), Text("văn bản", "documents")),
    (
        Text("lời viện dẫn chưa rõ", "unresolved reference"),
        Text("lời viện dẫn chưa rõ", "unresolved references"),
    ),
    (Text("phát biểu có nguồn", "claim"), Text("phát biểu có nguồn", "claims")),
    (Text("dữ kiện", "fact"), Text("dữ kiện", "facts")),
)

#: What bringing texts in counts: texts, documents, claims; one and many.
INGESTED = (
    (Text("bài", "text"), Text("bài", "texts")),
    (Text("văn bản", "document"), Text("văn bản", "documents")),
    (
        Text("phát biểu có câu trích", "quoted claim"),
        Text("phát biểu có câu trích", "quoted claims"),
    ),
)

MENTIONED = Text("Được nhắc tới", "Mentioned")
FIGURES = Text("Kết quả được báo cáo", "Reported figures")

#: The kinds of things that are read in a text.
READ_KINDS: Mapping[str, Text] = {
    "document": Text("Văn bản", "Documents"),
    "official": Text("Cán bộ", "Officials"),
    "body": Text("Cơ quan", "Bodies"),
    "result": Text("Kết quả", "Results"),
    "relation": Text("Quan hệ", "Relations"),
}

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def label(words: Mapping[Labelled, Text], value: Labelled, language: str) -> str:
    """Return the label of a value of the model in `language`."""
    return words[value].within(language)


def said(vi: str, en: str, language: str) -> str:
    """Return one thing that is known in both languages in one of them."""
    return Text(vi, en).within(language)


def relation(predicate: str, language: str, *, inverse: bool = False) -> str:
    """Return how a relation is told from its subject, or from its object (`inverse`).

    A predicate without wording of its own is shown by its name.
    """
    words = (INVERSES if inverse else RELATIONS).get(predicate)
    return words.within(language) if words else predicate


def field(name: str, language: str) -> str:
    """Return the label of a field or relation of a document; one without wording by its name."""
    words = FIELDS.get(name) or RELATIONS.get(name)
    return words.within(language) if words else name


def place(text: str, language: str) -> str:
    """Return where a source was seen: its address, or in words that none was kept."""
    words = PLACES.get(text)
    return words.within(language) if words else text


def day(value: PartialDate | date | None, language: str) -> str:
    """Return a date as precisely as known: `18-8-2022`, `8-2022`, `2022` (`18 August 2022`)."""
    if value is None:
        return UNKNOWN.within(language)
    english = language == "en"
    parts = [str(value.day)] if value.day else []
    if value.month:
        parts.append(_MONTHS[value.month - 1] if english else str(value.month))
    return (" " if english else "-").join([*parts, f"{value.year}"])


def dated(value: PartialDate | date, language: str) -> str:
    """Return a date with what it is: `ngày 18-8-2022`, `tháng 8-2022`, `năm 2022`."""
    if language == "en":
        return day(value, language)
    kind = "ngày" if value.day else "tháng" if value.month else "năm"
    return f"{kind} {day(value, language)}"


def since(value: PartialDate | date | None, language: str) -> str:
    """Return since when: `từ ngày 18-8-2022`, `từ năm 2022`, “chưa rõ từ ngày nào”."""
    if value is None:
        return SINCE_UNKNOWN.within(language)
    return f"{SINCE.within(language)} {dated(value, language)}"


def number(value: int, language: str) -> str:
    """Return a whole number with its thousands set apart: `3.882`, in English `3,882`."""
    grouped = f"{abs(value):,}"
    sign = "−" if value < 0 else ""
    return sign + (grouped if language == "en" else grouped.replace(",", "."))


def share(part: int, whole: int, language: str) -> str:
    """Return a part of a whole as a percentage, `82,4%` (`82.4%`); a dash of nothing."""
    if not whole:
        return "—"
    told = f"{100 * part / whole:.1f}".removesuffix(".0")
    return f"{told if language == 'en' else told.replace('.', ',')}%"


def figure(reported: Figure, language: str) -> str:
    """Return a reported figure with its unit: `hơn 62,82% (giai đoạn 2015-2021)`."""
    whole, _, rest = reported.value.partition(".")
    value = number(int(whole or 0), language)
    if rest:
        value += ("." if language == "en" else ",") + rest
    gap = "" if reported.unit == "%" else " "
    period = f" ({reported.period})" if reported.period else ""
    before = f"{reported.qualifier} " if reported.qualifier else ""
    return f"{before}{value}{gap}{reported.unit}{period}"


def days(count: int, language: str) -> str:
    """Return a number of days with its unit."""
    unit = "ngày" if language != "en" else "day" if abs(count) == 1 else "days"
    return f"{number(count, language)} {unit}"


def decided(decision: Decision | None, language: str) -> str:
    """Return what was decided on a claim: `đã bác: Lan, 21-11-2026 (nhầm số)`."""
    if decision is None:
        return NOT_REVIEWED.within(language)
    verdict = VERDICTS[decision.verdict].within(language)
    note = f" ({decision.note})" if decision.note else ""
    return f"{verdict}: {decision.by}, {day(decision.at.date(), language)}{note}"


def taught(value: Taught, language: str) -> str:
    """Return what a decision says of a name: `“khoán mía” là Nghị quyết 9-NQ/TU`."""
    document = f"{value.type_vi} {value.number}" if value.type_vi else value.number
    return f"“{value.name}” {'is' if language == 'en' else 'là'} {document}"


def lag(value: Lag | None, language: str) -> str:
    """Return a lag: `+148 ngày`, the range `61–90 ngày`, or “chưa rõ” when it is not known."""
    if value is None:
        return UNKNOWN.within(language)
    if value.exact:
        return ("+" if value.least >= 0 else "") + days(value.most, language)
    least, most = number(value.least, language), days(value.most, language)
    if value.least >= 0:
        return f"{least}–{most}"
    sign = "+" if value.most > 0 else ""
    return f"{least} {'to' if language == 'en' else 'đến'} {sign}{most}"


def counted(count: int, one: Text, many: Text, language: str) -> str:
    """Return a count with what is counted; Vietnamese uses one form."""
    return f"{number(count, language)} {(one if count == 1 else many).within(language)}"


def documents(count: int, language: str) -> str:
    """Return “12 văn bản” (“12 documents”)."""
    return counted(count, Text("văn bản", "document"), Text("văn bản", "documents"), language)


def units(count: int, language: str) -> str:
    """Return “12 địa phương” (“12 units”): provinces and cities under the Centre."""
    return counted(count, Text("địa phương", "unit"), Text("địa phương", "units"), language)


def outside(count: int, unit_set: int, language: str) -> str:
    """Return how many documents of provinces no unit of the set stands for."""
    told = {
        63: Text(
            f"{documents(count, 'vi')} của tỉnh, thành phố mới (từ ngày 1-7-2025) không xếp được "
            "vào 63 đơn vị.",
            f"{documents(count, 'en')} of the new provinces and cities (since 1 July 2025) belong "
            "to none of the 63 units.",
        )
    }.get(
        unit_set,
        Text(
            f"{documents(count, 'vi')} của địa phương không xếp được vào {unit_set} đơn vị.",
            f"{documents(count, 'en')} of other units belong to none of the {unit_set} units.",
        ),
    )
    return told.within(language)
