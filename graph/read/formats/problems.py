"""Why a file is not read: messages that several formats share."""

from __future__ import annotations

from graph.errors import InputError, Text

_MEGABYTE = 1 << 20


def damaged(place: str, kind: Text, why: str | None = None) -> InputError:
    """Return the error of a file that is not what its format asks for."""
    more = f" ({why})" if why else ""
    return InputError(
        Text(f"tệp {kind.vi} hỏng{more}", f"the {kind.en} is damaged{more}"),
        place=place,
        remedy=Text(
            "mở bằng phần mềm tạo ra nó rồi lưu lại, hoặc lấy lại từ nguồn",
            "open it with what made it and save it again, or take it from its source again",
        ),
    )


def too_much(place: str, kind: Text, most: int) -> InputError:
    """Return the error of a file that unpacks to more than any text has."""
    size = f"{most // _MEGABYTE} MB"
    return InputError(
        Text(
            f"tệp {kind.vi} bung ra quá lớn, hơn {size}: có thể là bom nén",
            f"the {kind.en} unpacks to more than {size}: it may be a bomb",
        ),
        place=place,
        remedy=Text(
            "kiểm tra nguồn của tệp; nếu đúng, tách thành từng văn bản",
            "check where it comes from; if it is sound, split it into single texts",
        ),
    )


def locked(place: str, kind: Text) -> InputError:
    """Return the error of a file that a password protects."""
    return InputError(
        Text(f"tệp {kind.vi} đặt mật khẩu", f"the {kind.en} is protected by a password"),
        place=place,
        remedy=Text("bỏ mật khẩu rồi nạp lại", "take the password off and bring it again"),
    )


def empty(place: str) -> InputError:
    """Return the error of a file without a word."""
    return InputError(
        Text("tệp không có chữ nào", "the file holds no text"),
        place=place,
        remedy=Text("kiểm tra lại tệp nguồn", "check the file it was made from"),
    )
