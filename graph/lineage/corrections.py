"""What a reviewer writes of a claim, read as a correction: names and numbers become addresses."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import QuestionError, Text
from graph.lineage.documents import find_document
from graph.model import Correction, Modality
from graph.review import known_claim
from graph.reviewing import literal_for
from graph.store.protocol import Reader
from ontology import terms as cas


@dataclass(frozen=True, slots=True)
class WrittenCorrection:
    """The parts of a statement that are wrong, as a person writes them; None stays as it is.

    `subject` and `object` are addresses, or documents by number, alias or spelling; the object of a
    property that takes a text is the text. `relation` is the local name of a property.
    """

    subject: str | None = None
    relation: str | None = None
    object: str | None = None
    modality: Modality | None = None


def correction_of(reader: Reader, address: str, written: WrittenCorrection) -> Correction:
    """Return the statement of a claim with what was written in place of its wrong parts.

    Parameters
    ----------
    reader : one generation of the store.
    address : address of the claim.
    written : what shall stand instead.

    Raises
    ------
    NotFound : no source makes the claim, or nothing bears a name that was written.
    QuestionError : nothing is corrected, a name is ambiguous, a value makes no sense.
    """
    claim, _ = known_claim(reader, address)
    predicate = cas.ONTOLOGY + written.relation if written.relation else claim.predicate
    points = predicate in cas.OBJECT_PROPERTIES or (
        predicate == claim.predicate and isinstance(claim.object, str)
    )
    value = claim.object
    if written.object is not None:
        value = (
            _thing(reader, written.object)
            if points
            else literal_for(predicate, written.object, claim.object)
        )
    corrected = Correction(
        _thing(reader, written.subject) if written.subject else claim.subject,
        predicate,
        value,
        written.modality or claim.modality,
    )
    if corrected == Correction(claim.subject, claim.predicate, claim.object, claim.modality):
        raise QuestionError(
            Text("sửa mà không đổi gì", "the correction changes nothing"),
            place=address,
            remedy=Text(
                "nêu phần sai: chủ thể, quan hệ, giá trị hoặc cách nói; nếu đúng cả thì nhận",
                "say what is wrong: subject, relation, object or modality; or accept it",
            ),
        )
    return corrected


def _thing(reader: Reader, text: str) -> str:
    """Return the address of a thing: an address as it is, else the document that is meant."""
    return text if text.startswith((cas.DATA, cas.ONTOLOGY)) else find_document(reader, text).iri
