"""What the layout of Lược đồ is sent as: positions in pixels, and the words that stand there."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class BoxShape(BaseModel):
    """A rectangle of the drawing, in pixels at full size from the upper left corner."""

    model_config = ConfigDict(frozen=True)

    x: int
    y: int
    w: int
    h: int


class BandShape(BaseModel):
    """The stripe of one level."""

    box: BoxShape
    level: str = Field(description="a level, or `none`")
    label: str
    notes: list[str] = Field(description="lines of counts below the name")
    empty: str | None = Field(description="what is said where nothing was found")


class RegionShape(BaseModel):
    """A region below the bars of its units."""

    box: BoxShape
    label: str | None


class BarShape(BaseModel):
    """One unit in a band, as high as it has documents there; an empty frame where it has none."""

    box: BoxShape
    level: str
    unit: str
    name: str
    count: int
    state: str
    open: bool
    href: str | None = Field(description="where it is opened or closed; null: nothing to open")
    label: str = Field(description="the bar in words")
    reach: BoxShape = Field(description="where it can be pointed at")


class LineShape(BaseModel):
    """A document in the card of a unit."""

    id: str
    text: str
    date: str
    force: str = Field(description="`on`, `ended`, `unknown`, on the day looked at")
    unverified: bool
    chosen: bool
    href: str
    label: str


class CardShape(BaseModel):
    """A card: the root, one document, or a unit with the documents of its province level."""

    box: BoxShape
    id: str
    kind: str
    level: str
    title: str
    notes: list[str] = Field(description="lines below the title; the last of the root may wrap")
    count: str | None = Field(description="how many documents hang below, in words")
    lines: list[LineShape]
    more: LineShape | None = Field(description="the line that shows the documents without one")
    force: str
    unverified: bool
    chosen: bool
    href: str
    label: str


class ChipShape(BaseModel):
    """A short name: a unit without documents, or documents that are not shown."""

    box: BoxShape
    kind: str
    level: str
    label: str
    state: str
    href: str | None


class CaptionShape(BaseModel):
    """A line of text over bars or chips."""

    box: BoxShape
    text: str


class LinkShape(BaseModel):
    """A line between what stands above and what stands below."""

    above: str
    below: str
    x1: int
    y1: int
    x2: int
    y2: int
    stated: bool
    chosen: bool
    relation: str


class TimeRow(BaseModel):
    """The days of one level: places from 0 to 1 along the line, with how many documents."""

    level: str
    label: str
    days: list[tuple[float, int, str]] = Field(description="place, documents, day")


class TimeShape(BaseModel):
    """The line of time."""

    start: str
    end: str
    label: str
    rows: list[TimeRow]
    ticks: list[tuple[float, str]]
    root: tuple[float, str] | None = Field(description="place of the root, and its name and day")
    today: str
    cursor: str | None = Field(description="the as-of day")
    undated: str | None = Field(description="how many documents are on no day, in words")


class CascadeLayout(BaseModel):
    """A lineage drawn at a width: what is open as cards, all else as counts."""

    title: str
    summary: str
    width: int
    height: int
    documents: int
    bands: list[BandShape]
    regions: list[RegionShape]
    bars: list[BarShape]
    cards: list[CardShape]
    chips: list[ChipShape]
    captions: list[CaptionShape]
    links: list[LinkShape]
    time: TimeShape | None
    legend: list[tuple[str, str]] = Field(description="what each kind of line or frame means")
    follow: str = Field(description="address of the same state on the page")
