"""What the questions of lineage are called and what a reader of their answers must know."""

from __future__ import annotations

from api.schemas import Operation
from graph.analytics.values import Analysis, Likenesses
from graph.errors import Text
from graph.model import (
    Cascade,
    Changes,
    ConflictList,
    Coverage,
    DocumentComparison,
    Explanation,
    Impact,
    Listing,
    Matrix,
    Responsibility,
    Stale,
    UnitComparison,
    WayPage,
)

_OF_DOCUMENT = (404, 409, 422)
_PAGED_OF_DOCUMENT = (404, 409, 410, 422)

TRACE = Operation(
    "traceLineage",
    Text("Dòng chảy của một văn bản: đếm, rồi từng trang", "A lineage: counts, then pages"),
    Text(
        "Xuống những gì dựa vào văn bản, hay lên những gì nó dựa vào. `hidden` đếm những gì bộ lọc "
        "để lại ngoài; quan hệ suy ra không phải là quan hệ nguồn nói rõ (`stated`).",
        "Down to what rests on a document, or up to what it rests on. `hidden` counts what the "
        "filters leave out; what is inferred is not what a source states (`stated`).",
    ),
    Listing,
    _PAGED_OF_DOCUMENT,
)
TREE = Operation(
    "traceTree",
    Text("Dòng chảy thành cây", "A lineage as a tree"),
    Text(
        "Như `cascade trace --format json`. Mỗi văn bản đứng một lần với những gì dưới nó; nơi "
        "khác ghi `repeated`. Quá 2000 văn bản thì hỏi từng trang.",
        "As `cascade trace --format json`. Each document stands once with what is below it, "
        "elsewhere it is `repeated`. Of more than 2000 documents ask page by page.",
    ),
    Cascade,
    _OF_DOCUMENT,
)
COVERAGE = Operation(
    "coverage",
    Text("Độ phủ theo tỉnh, thành phố", "Coverage by province"),
    Text(
        "Đơn vị nào có văn bản dựa vào nghị quyết, trên số đơn vị trong phạm vi. `none_found` là "
        "kho này chưa có, không phải là chưa thực hiện.",
        "Which units show a document that rests on the resolution, of those in scope. `none_found` "
        "means that this store has none, not that nothing was done.",
    ),
    Coverage,
    _OF_DOCUMENT,
)
PATHS = Operation(
    "coveragePaths",
    Text("Mọi đường từ văn bản của tỉnh lên nghị quyết", "Every way up from a province"),
    Text("Đường ngắn trước, mỗi bước kèm nguồn.", "Short ways first, each step with its sources."),
    WayPage,
    _PAGED_OF_DOCUMENT,
)
MATRIX = Operation(
    "coverageMatrix",
    Text("Nhiều văn bản x tỉnh, thành phố", "Several documents by province"),
    Text(
        "Theo vùng và tên, không xếp hạng. Kho của mỗi đơn vị đứng bên cạnh: ít văn bản thì chưa "
        "thấy cũng chẳng nói lên gì.",
        "By region and name, in no order of merit. The corpus of each unit stands beside it: where "
        "it is small, finding nothing says nothing.",
    ),
    Matrix,
    _OF_DOCUMENT,
)
COMPARE = Operation(
    "compare",
    Text("So hai văn bản, hoặc hai tỉnh", "Compare two documents, or two provinces"),
    Text(
        "Hai tỉnh: từng nghị quyết mà văn bản của một trong hai dựa vào. Hai văn bản: đơn vị nào "
        "có cả hai, một, không có.",
        "Two provinces: each resolution on which a document of either rests. Two documents: which "
        "units show both, one, neither.",
    ),
    UnitComparison | DocumentComparison,
    _OF_DOCUMENT,
)
STALE = Operation(
    "staleBases",
    Text("Còn hiệu lực mà căn cứ đã hết", "In force, on a basis that is not"),
    Text(
        "Ba danh sách không bao giờ gộp: chắc chắn, có thể, một phần; con trỏ của danh sách nào "
        "thì đi tiếp danh sách ấy.",
        "Three lists that are never merged: surely, possibly, partly; the cursor of a list goes on "
        "with that list.",
    ),
    Stale,
    (410, 422),
)
IMPACT = Operation(
    "impact",
    Text("Nếu văn bản hết hiệu lực thì văn bản nào mất căn cứ", "What would rest on nothing"),
    Text(
        "`bare`: không còn căn cứ nào; `open`: chỉ còn căn cứ chưa rõ hiệu lực; `kept`: còn.",
        "`bare`: no basis left; `open`: only one of which that is not known; `kept`: one is left.",
    ),
    Impact,
    _PAGED_OF_DOCUMENT,
)
PATH = Operation(
    "explainPath",
    Text("Hai văn bản liên hệ với nhau thế nào", "How two documents hang together"),
    Text(
        "Những đường ngắn nhất, mỗi bước kèm nguồn; không có đường nào thì nêu những gì ở gần.",
        "Shortest ways with the sources of each step; where there is none, what is near.",
    ),
    Explanation,
    _OF_DOCUMENT,
)
RESPONSIBLE = Operation(
    "responsible",
    Text("Ai ký, ai được giao, ai đứng đầu cơ quan", "Who signed, is assigned, led the body"),
    Text(
        "Ba loại trách nhiệm không gộp; người đứng đầu chỉ theo những ngày nguồn nêu, không suy ra "
        "từ trước đến sau.",
        "Three kinds that are never merged; who led is known from the days that sources name, "
        "stretched over no others.",
    ),
    Responsibility,
    _OF_DOCUMENT,
)
CHANGES = Operation(
    "changes",
    Text("Có gì mới, bị rút, hết chỗ dựa từ ngày đến ngày", "What is new, withdrawn or stale"),
    Text(
        "Hai đồng hồ không lẫn: lúc ghi vào kho (`recorded`) và ngày của văn bản.",
        "Two clocks kept apart: when it entered the store (`recorded`), and the documents' dates.",
    ),
    Changes,
    (410, 422),
)
CONFLICTS = Operation(
    "conflicts",
    Text("Những điều mâu thuẫn hoặc đáng ngờ", "What clashes or is doubtful"),
    Text("Mỗi bên kèm nguồn; không bên nào bị bỏ.", "Each side with its sources; none is dropped."),
    tuple[ConflictList, ...],
    (410, 422),
)
ANALYSIS = Operation(
    "analyseLineage",
    Text("Chỗ thắt, chuỗi dài của một dòng chảy", "Bottlenecks and long chains of a lineage"),
    Text("Chỉ đo những gì kho này biết.", "Measures only what this store knows."),
    Analysis,
    _OF_DOCUMENT,
)
ALIKE = Operation(
    "alike",
    Text("Các tỉnh thực hiện giống nhau", "Provinces that act alike"),
    Text(
        "Đơn vị ít văn bản thì không so (`left_out`); `small` nghĩa là mẫu nhỏ.",
        "Units with few documents are not compared (`left_out`); `small` says that there are few.",
    ),
    Likenesses,
    (404, 422),
)
