"""What one row of each evidence table may hold."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.measures import PointMeasure

RowId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")]
SourceId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Months = Annotated[float, Field(ge=0, le=600)]
Share = Annotated[float, Field(ge=0, le=100)]
People = Annotated[int, Field(ge=1)]
Direction = Literal["lower_is_better", "higher_is_better"]
Compared = Literal["randomized", "not_randomized", "none"]
"""With whom a result is compared: a group made by chance, another group, or nobody."""

Funder = Literal[
    "maker", "maker_partner", "competitor", "other_maker", "public", "insurer", "society",
    "clinic", "none", "not_shown", "not_applicable",
]  # fmt: skip


def is_better(change: float, direction: Direction) -> bool:
    """Return whether a change from the start is one for the better, or none at all."""
    return change <= 0 if direction == "lower_is_better" else change >= 0


def is_share(statistic: str, unit: str) -> bool:
    """Return whether a result is a share of people, out of 100."""
    return unit.startswith("% of") and statistic in ("pct", "responder_pct")


class Row(BaseModel):
    """A row of a table; unknown columns are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Identified(Row):
    """A row that prose, charts and other tables can name."""

    id: RowId


class Source(Row):
    """One paper, page or record, and who paid for it."""

    id: SourceId
    kind: str
    title: str
    authors: str = ""
    journal: str = ""
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    doi: Annotated[str, Field(pattern=r"^10\.\S+$|^$")] = ""
    pmid: Annotated[str, Field(pattern=r"^\d*$")] = ""
    pmcid: Annotated[str, Field(pattern=r"^(PMC\d+)?$")] = ""
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = ""
    funder: Funder
    title_exact: Literal["yes", "no"]
    seen_as: str
    n: People | None = None


class Outcome(Identified):
    """One published result of one group at one time.

    Attributes:
        count: how many people had it, where the source prints a count; the share follows from it.

    """

    study_id: str
    arm: str
    population_n: People | None = None
    time_months: Months | None = None
    measure: str
    statistic: Literal["mean", "mean_change", "median_change", "mean_diff", "responder_pct", "pct"]
    value: float
    count: Annotated[int, Field(ge=0)] | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    sd: Annotated[float, Field(ge=0)] | None = None
    unit: str
    direction: Direction
    compared: Compared
    worse: Literal["yes"] | None = None
    source_id: SourceId

    @model_validator(mode="after")
    def _fits(self) -> Outcome:
        if is_share(self.statistic, self.unit) and not 0 <= self.value <= 100:
            raise ValueError("a share from 0 to 100")
        if self.count is not None and not self._is_counted(self.count):
            raise ValueError("a count of people of which value is the share of population_n")
        changed = self.statistic in ("mean_change", "median_change") and self.worse is None
        if changed and not is_better(self.value, self.direction):
            sign = "below" if self.direction == "lower_is_better" else "above"
            raise ValueError(
                f"a change {sign} zero for {self.direction}; yes under worse where people got worse"
            )
        return self

    def _is_counted(self, count: int) -> bool:
        """Return whether a count of the people gives the share, rounded to a whole percent."""
        if self.population_n is None or not is_share(self.statistic, self.unit):
            return False
        return abs(100 * count / self.population_n - self.value) <= 0.5


class Event(Identified):
    """One harm, later operation or follow-up count."""

    study_id: str
    arm: str
    n: People | None = None
    time_months: Months | None = None
    event: str
    count: Annotated[int, Field(ge=0)] | None = None
    pct: Share | None = None
    compared: Compared
    source_id: SourceId

    @model_validator(mode="after")
    def _count_fits(self) -> Event:
        if self.count is None and self.pct is None:
            raise ValueError("a count, a share or both")
        if self.count is not None and self.n is not None and self.count > self.n:
            raise ValueError("a count no larger than n")
        return self


class Fact(Identified):
    """One other number: minutes, sizes, ages, days."""

    low: float
    high: float | None = None
    unit: str
    what: str
    source_ids: str
    n: People | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Fact:
        if self.high is not None and self.high <= self.low:
            raise ValueError("high above low, or high left empty")
        return self

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources, in the order given."""
        return tuple(self.source_ids.split())


class Threshold(Identified):
    """One published size of a change that people notice."""

    measure: str
    range: str
    direction: Direction
    mcid: Annotated[str, Field(pattern=r"^\d+(\.\d+)?%?$")]
    source_id: SourceId


class RecoveryPoint(Identified):
    """One dot of a chart over time: a change, a value, or an end and a start to subtract."""

    measure: PointMeasure
    part: Literal["", "back", "leg"] = ""
    follow_id: RowId
    start_id: RowId | None = None


class EntryRule(Identified):
    """One rule on who could enter a study, or whom a text would not treat."""

    study_id: str
    topic: str
    kind: Literal["include", "exclude", "rule"]
    source_id: SourceId


class Appraisal(Identified):
    """One body's judgement of the research."""

    source_id: SourceId
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    stance: Literal["supportive", "cautious", "critical", "neutral"]


class Unconfirmed(Identified):
    """A result that nobody has yet re-read in its source, until two cells are filled in."""

    study_id: str
    arm: str
    time_months: Months
    measure: str
    statistic: Literal["responder_pct"]
    value: Share
    unit: Literal["percent"]
    source_id: SourceId
    status: Literal["unconfirmed"]
    confirmed_by: str = ""
    confirmed_on: datetime.date | None = None

    @model_validator(mode="after")
    def _both_or_none(self) -> Unconfirmed:
        if bool(self.confirmed_by) != bool(self.confirmed_on):
            raise ValueError("both confirmed_by and confirmed_on (a date), or neither")
        return self

    @property
    def confirmed(self) -> bool:
        """Whether a named person has checked the number in its source."""
        return bool(self.confirmed_by)
