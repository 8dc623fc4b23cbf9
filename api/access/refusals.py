"""What a caller is told who may not do what was asked."""

from __future__ import annotations

from api.access.caller import Scope
from api.problems import Problem
from graph.errors import Text

_ASK_FOR_TOKEN = Text(
    "xin một mã truy cập (`cascade token create`) rồi gửi kèm Authorization: Bearer; "
    "trên trang: mở liên kết của `cascade login-link`",
    "ask for a token (`cascade token create`) and send it as Authorization: Bearer; "
    "on the page: open a link of `cascade login-link`",
)

BAD_TOKEN = Problem(
    401,
    "bad-token",
    Text("Mã truy cập sai, hết hạn hoặc đã thu hồi", "The token is wrong, expired or was revoked"),
    remedy=_ASK_FOR_TOKEN,
)
READING_NEEDS_TOKEN = Problem(
    401,
    "token-needed",
    Text("Máy chủ này chỉ cho người có mã đọc", "This server is read with a token only"),
    remedy=_ASK_FOR_TOKEN,
)
BAD_LINK = Problem(
    403,
    "bad-link",
    Text(
        "Liên kết này sai, hết hạn hoặc đã dùng", "This link is wrong, expired or was used already"
    ),
    remedy=Text("tạo liên kết mới bằng `cascade login-link`", "make one with `cascade login-link`"),
)
READ_ONLY = Problem(
    403,
    "read-only",
    Text("Máy chủ này chỉ để đọc", "This server is read only"),
    remedy=Text(
        "ghi qua máy chủ đang giữ quyền ghi kho này, hoặc bằng lệnh `cascade`",
        "write through the server that holds the store, or by the `cascade` command",
    ),
)
CSRF_MISSING = Problem(
    403,
    "csrf-token-missing",
    Text(
        "Thiếu mã chống giả mạo của phiên làm việc", "The session's CSRF token is missing or wrong"
    ),
    place="x-csrf-token",
    remedy=Text("tải lại trang rồi gửi lại", "load the page again and send it again"),
)


def token_needed(scope: Scope) -> Problem:
    """Return the refusal of somebody unknown who wants to change something."""
    return Problem(
        401,
        "token-needed",
        Text(f"Cần mã truy cập có quyền “{scope}”", f"This needs a token of scope “{scope}”"),
        remedy=_ASK_FOR_TOKEN,
    )


def scope_missing(scope: Scope, held: frozenset[Scope]) -> Problem:
    """Return the refusal of a caller whose scopes are others."""
    have = ", ".join(sorted(held))
    return Problem(
        403,
        "scope-missing",
        Text(
            f"Cần quyền “{scope}”, mã này chỉ có: {have}",
            f"This needs the scope “{scope}”, the token has: {have}",
        ),
        remedy=Text(
            f"tạo mã có quyền ấy: `cascade token create --scope {scope}`",
            f"make one that has it: `cascade token create --scope {scope}`",
        ),
    )


def foreign_origin(origin: str) -> Problem:
    """Return the refusal of what a page of another origin sent."""
    return Problem(
        403,
        "foreign-origin",
        Text(
            "Yêu cầu này do một trang khác gửi, không nhận", "Another site's page sent this request"
        ),
        place=origin[:200] or None,
        remedy=Text("gửi từ chính trang của máy chủ này", "send it from this server's own page"),
    )
