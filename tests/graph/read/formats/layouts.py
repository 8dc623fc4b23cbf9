"""Pages as sites build them, all invented: one article or document amid what sites put around it.

Every number of the content is below 100, every number beside it above: a reader leaks what it
takes from the wrong side.
"""

from __future__ import annotations

_BODY = [
    "Sáng 20-5-2018, Ban Thường vụ Tỉnh ủy Hà Tĩnh họp phiên thường kỳ, cho ý kiến về nhiều việc.",
    "Tỉnh ủy ban hành Chương trình hành động số 92-CTr/TU để thực hiện Nghị quyết số 18-NQ/TW.",
    "Hội nghị thống nhất tiếp tục thực hiện Kết luận số 64-KL/TW ở tất cả các huyện, thị xã.",
    "Đồng chí Bí thư Tỉnh ủy yêu cầu các cấp ủy khẩn trương cụ thể hóa thành kế hoạch của mình.",
]
_OTHERS = [
    "Quảng Bình triển khai Nghị quyết số 118-NQ/TW về đất đai tới các chi bộ",
    "Nghệ An sơ kết 5 năm thực hiện Chỉ thị số 105-CT/TW của Ban Bí thư",
    "Cả nước học tập Kết luận số 164-KL/TW trong tháng 5 này",
]
TITLE = "Hà Tĩnh triển khai nghị quyết của Trung ương"


def _paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>{said}</{tag}>" for said in _BODY)


def _links(item: str = "<li><a href='/a'>{}</a></li>") -> str:
    return "".join(item.format(said) for said in _OTHERS)


def _page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    )


def pages() -> dict[str, str]:
    """Return the pages by what is special about them."""
    return {
        "newspaper": _page(
            f"<header class='site-header'><ul class='menu'>{_links()}</ul></header>"
            f"<div class='container'><div class='detail-left'><h1>{TITLE}</h1>"
            f"<div class='detail__content'>{_paragraphs()}<div class='box-tinlienquan'>"
            f"<ul>{_links()}</ul></div></div></div>"
            f"<div class='col-right sidebar'><h3>Đọc nhiều</h3>{_links('<p><a>{}</a></p>')}</div>"
            f"</div><footer>{_links('<p>{}</p>')}</footer>"
        ),
        "article and aside": _page(
            f"<main><article><h1>{TITLE}</h1>{_paragraphs()}</article>"
            f"<aside><h2>Tin mới</h2>{_links('<div><a>{}</a><p>{}</p></div>'.replace('{}', '{0}'))}"
            f"</aside></main><section id='comments'>{_links('<p>{}, rất hay!</p>')}</section>"
        ),
        "portal of tables": _page(
            f"<table><tr><td><table>{_links('<tr><td><a>{}</a></td></tr>')}</table></td>"
            f"<td><table><tr><td><b>{TITLE}</b></td></tr><tr><td>{_paragraphs('div')}</td></tr>"
            f"</table><b>Các tin khác</b><ul>{_links('<li><a>{}</a> (19/05/2018)</li>')}</ul></td>"
            f"<td><table>{_links('<tr><td><a>{}</a></td></tr>')}</table></td></tr></table>"
        ),
        "no names at all": _page(
            f"<div><div><h1>{TITLE}</h1><div>{_paragraphs()}</div><div><div><span>Tin liên quan:"
            f"</span></div><div>{_links('<div><a>{}</a></div>')}</div></div></div>"
            f"<div><div>Xem nhiều</div>{_links('<div><a>{}</a></div>')}</div></div>"
        ),
        "related amid the text": _page(
            f"<div class='post'><h1>{TITLE}</h1><p>{_BODY[0]}</p><p><b>Xem thêm:</b></p>"
            f"<p><a>{_OTHERS[0]}</a></p><p>{_BODY[1]}</p>"
            f"<table class='relate'><tr><td><a>{_OTHERS[1]}</a></td></tr></table>"
            f"<p>{_BODY[2]}</p><p>{_BODY[3]}</p><ul><li><a>{_OTHERS[2]}</a></li>"
            f"<li><a>{_OTHERS[0]}</a></li></ul></div>"
        ),
        "lines parted by breaks": _page(
            f"<div id='noidung'>{'<br><br>'.join(_BODY)}</div><div class='quangcao'>"
            f"{_links('<p>{}</p>')}</div><div style='display: none'>{_links('<p>{}</p>')}</div>"
        ),
        "a law portal": _page(
            "<div class='content1'><table><tr><td><b>TỈNH ỦY HÀ TĨNH</b><br>Số: 92-CTr/TU</td>"
            "<td><b>ĐẢNG CỘNG SẢN VIỆT NAM</b></td></tr></table><p>CHƯƠNG TRÌNH HÀNH ĐỘNG</p>"
            "<p>Thực hiện <a>Nghị quyết số 18-NQ/TW</a></p>"
            "<p>Căn cứ <a>Kết luận số 64-KL/TW</a>;</p><p>Theo đề nghị của Văn phòng Tỉnh ủy;</p>"
            f"{_paragraphs()}</div><div class='vanban-lienquan'>{_links()}</div>"
            f"<div><div class='title'>Văn bản cùng lĩnh vực</div><ul>{_links()}</ul></div>"
            f"<script>var related = ['{_OTHERS[0]}'];</script>"
        ),
        "a page as a program saved it": _page(
            f"<div id='page' class='widget-area'><div id='primary'><div class='hentry'>"
            f"<h1 class='entry-title'>{TITLE}</h1><div class='entry-content'>{_paragraphs()}"
            f"<div class='sharedaddy sd-like'><h3>Chia sẻ</h3></div></div></div></div>"
            f"<div class='widget_recent'><h2>Bài viết mới</h2><ul>{_links()}</ul></div></div>"
        ),
    }
