"""What a request brings: texts as JSON or as a form with files, or RDF; bounded, nothing guessed.

A file's name only names the text: no path in it is ever followed, for no file is written by it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pyoxigraph import RdfFormat
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from api.problems import Problem, Refused, of_validation
from api.schemas import body_of, sent_as
from api.uploads.limits import UploadLimits, too_large, too_many
from api.uploads.sent import SentRdf, SentText
from graph.errors import Text
from graph.model import PartialDate
from graph.read.article import Hints
from graph.read.formats.known import SUFFIXES

_MOST_FILES = UploadLimits().files
_FORM = "multipart/form-data"
_JSON = "application/json"
#: Media types of RDF that are read.
RDF_TYPES = tuple(
    sorted(
        found.media_type
        for found in (
            RdfFormat.TURTLE,
            RdfFormat.N_TRIPLES,
            RdfFormat.N_QUADS,
            RdfFormat.TRIG,
            RdfFormat.RDF_XML,
            RdfFormat.JSON_LD,
        )
    )
)


_DAY = r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_WEB = r"^https?://[A-Za-z0-9][A-Za-z0-9.-]*(:\d{1,5})?(/[^\s<>\"]*)?$"


def _day(text: str) -> str:
    PartialDate.parse(text)
    return text


class HintsSent(BaseModel):
    """What is known of a text from outside."""

    model_config = ConfigDict(extra="forbid")

    published: Annotated[str, Field(pattern=_DAY), AfterValidator(_day)] | None = Field(
        default=None, description="day, month or year of publication", examples=["2024-05-17"]
    )
    publisher: str | None = Field(default=None, max_length=200, examples=["Báo Hà Tĩnh"])
    url: str | None = Field(
        default=None, max_length=1000, pattern=_WEB, examples=["https://example.org/bai-bao"]
    )
    province: str | None = Field(default=None, max_length=80, examples=["Hà Tĩnh"])

    def hints(self) -> Hints:
        """Return them as the reading takes them."""
        published = PartialDate.parse(self.published) if self.published else None
        return Hints(published, self.publisher or None, self.url, self.province or None)


class TextSent(HintsSent):
    """One text."""

    name: str = Field(min_length=1, max_length=200, description="names the source")
    text: str


class TextsSent(BaseModel):
    """Texts to be read, and stored unless `commit` is false."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "texts": [
                        {
                            "name": "ha-tinh-ve-nghi-quyet-18",
                            "text": "Ban Thường vụ Tỉnh ủy Hà Tĩnh ban hành Chương trình hành "
                            "động 920-CTr/TU để thực hiện Nghị quyết 18-NQ/TW.",
                            "published": "2018-05-20",
                            "publisher": "Báo Hà Tĩnh",
                            "province": "Hà Tĩnh",
                        }
                    ],
                    "commit": False,
                }
            ]
        },
    )

    texts: list[TextSent] = Field(min_length=1, json_schema_extra={"maxItems": _MOST_FILES})
    commit: bool = Field(default=True, description="false: only read them and tell what is read")


def wants_rdf(request: Request) -> bool:
    """Tell whether a request brings RDF."""
    return _media_type(request) in RDF_TYPES


async def sent_texts(request: Request, limits: UploadLimits) -> tuple[list[SentText], bool]:
    """Return the texts of a request, and whether they shall be stored.

    Raises
    ------
    Refused : too many or too large (413), neither JSON nor a form (415), not as described (422).
    """
    kind = _media_type(request)
    if kind == _FORM:
        texts, commit = await _of_form(request, limits)
    elif kind == _JSON:
        sent = await sent_as(request, TextsSent)
        texts = [SentText(one.name, one.text.encode(), one.hints()) for one in sent.texts]
        commit = sent.commit
    else:
        raise Refused(_WRONG_KIND)
    _check(texts, limits)
    return texts, commit


async def sent_rdf(request: Request, limits: UploadLimits) -> SentRdf:
    """Return the RDF of a request; raises as `sent_texts` does."""
    content = await request.body()
    name = request.query_params.get("name", "")[:_LONGEST_NAME]
    name = name or f"rdf-{hashlib.sha256(content).hexdigest()[:8]}"
    sent = SentRdf(name, content, _media_type(request))
    if len(sent.content) > limits.file_bytes:
        raise Refused(too_large(name, limits))
    return sent


_LONGEST_NAME, _LONGEST_TITLE = 200, 100
_SLACK = 1 << 20  # bytes beyond the longest text, within which it is told to be too long
#: Fields of a form that tell nothing of all its texts.
_BESIDE = frozenset({"csrf", "commit", "text", "name"})


async def _of_form(request: Request, limits: UploadLimits) -> tuple[list[SentText], bool]:
    form = await request.form(
        max_files=limits.files + 1, max_fields=20, max_part_size=limits.file_bytes + _SLACK
    )
    fields: dict[str, Any] = {
        name: value
        for name, value in form.multi_items()
        if isinstance(value, str) and value and name not in _BESIDE
    }
    try:
        hints = HintsSent.model_validate(fields).hints()
    except ValidationError as error:
        raise Refused(of_validation(error.errors())) from error
    files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
    files = [file for file in files if file.filename or file.size]  # a field left empty
    if len(files) > limits.files:
        raise Refused(too_many(limits))
    texts = _pasted(form, hints)
    for file in files:
        name = (file.filename or "").replace("\\", "/").rpartition("/")[2][-_LONGEST_NAME:]
        texts.append(SentText(name or "văn bản", await file.read(limits.file_bytes + 1), hints))
    return texts, str(form.get("commit", "true")).lower() != "false"


def _pasted(form: FormData, hints: Hints) -> list[SentText]:
    """Return the text that stands in a form itself: named as it says, else by its first line."""
    text = form.get("text")
    if not isinstance(text, str) or not text.strip():
        return []
    given = form.get("name")
    said = given.strip() if isinstance(given, str) else ""
    said = said or text.strip().splitlines()[0].strip()
    name = said[:_LONGEST_TITLE].replace("/", "-") + ".txt"
    return [SentText(name, text.encode(), hints)]


def _check(texts: Iterable[SentText], limits: UploadLimits) -> None:
    texts = list(texts)
    if not texts:
        raise Refused(_NOTHING)
    if len(texts) > limits.files:
        raise Refused(too_many(limits))
    for text in texts:
        if len(text.content) > limits.file_bytes:
            raise Refused(too_large(text.name, limits))


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


_WRONG_KIND = Problem(
    415,
    "wrong-kind",
    Text("Không nhận loại nội dung này", "This kind of content is not taken"),
    place="content-type",
    remedy=Text(
        f"gửi {_JSON}, {_FORM} hoặc RDF: {', '.join(RDF_TYPES)}",
        f"send {_JSON}, {_FORM} or RDF: {', '.join(RDF_TYPES)}",
    ),
)
_NOTHING = Problem(
    422,
    "bad-input",
    Text("Không có tệp nào", "There is no file"),
    place="file",
    remedy=Text("dán nội dung bài hoặc chọn tệp", "paste a text or choose files"),
)


def _fields(schema: dict[str, Any]) -> dict[str, Any]:
    """Return what a form can say of a model: nothing in a form is null, it is left out."""

    def one(said: dict[str, Any]) -> dict[str, Any]:
        kinds = [kind for kind in said.get("anyOf", ()) if kind != {"type": "null"}]
        rest = {key: value for key, value in said.items() if key not in {"anyOf", "default"}}
        return rest | (kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {})

    return {name: one(said) for name, said in schema["properties"].items()}


#: The bodies that POST /api/sources takes, for its description.
SENDING: dict[str, Any] = {
    "parameters": [
        {
            "name": "name",
            "in": "query",
            "required": False,
            "schema": {
                "type": "string",
                "minLength": 1,
                "maxLength": _LONGEST_NAME,
                "examples": ["so-tay"],
            },
            "description": "what the RDF is called, which names its graph; else it is named by its "
            "content",
        }
    ],
    "requestBody": {
        "required": True,
        "content": {
            **body_of(TextsSent)["requestBody"]["content"],
            _FORM: {
                "schema": {
                    "type": "object",
                    "additionalProperties": False,
                    "anyOf": [{"required": ["file"]}, {"required": ["text"]}],
                    "properties": {
                        "file": {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "minItems": 1,
                            "maxItems": _MOST_FILES,
                            "description": f"files of these kinds: {' '.join(SUFFIXES)}",
                        },
                        "text": {
                            "type": "string",
                            "pattern": r"\S",
                            "description": "a text that is pasted, instead of files or with them",
                        },
                        "name": {
                            "type": "string",
                            "maxLength": _LONGEST_NAME,
                            "description": "names the pasted text, else its first line does",
                        },
                        "commit": {"type": "string", "enum": ["true", "false"]},
                        "csrf": {
                            "type": "string",
                            "description": "with the cookie of a page session",
                        },
                        **_fields(HintsSent.model_json_schema()),
                    },
                }
            },
            **{kind: {"schema": {"type": "string"}} for kind in RDF_TYPES},
        },
    },
}
