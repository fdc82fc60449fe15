"""Dates, times, time zones, Decimals and Fractions across the boundary."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from autograder.boundary.codec_core import Decoder, Encoder, Tree, decodes, encodes
from autograder.errors import Refused

MAX_EXPONENT = 100_000


@encodes(date)
def _date(_encoder: Encoder, value: date) -> Tree:
    return ["datetime:date", value.isoformat()]


@decodes("datetime:date")
def _read_date(_decoder: Decoder, tree: list[Any]) -> date:
    return date.fromisoformat(tree[1])


_MOMENTS: dict[str, Any] = {"datetime:datetime": datetime, "datetime:time": time}


@encodes(*_MOMENTS.values())
def _moment(encoder: Encoder, value: Any) -> Tree:
    zone = zone_tree(value.tzinfo)
    if value.tzinfo is not None and zone is None:
        return encoder.export(value)
    return [f"datetime:{type(value).__name__}", value.replace(tzinfo=None).isoformat(), value.fold, zone]


def _read_moment(_decoder: Decoder, tree: list[Any]) -> Any:
    return _MOMENTS[tree[0]].fromisoformat(tree[1]).replace(fold=tree[2], tzinfo=zone_of(tree[3]))


for _tag in _MOMENTS:
    decodes(_tag)(_read_moment)


def zone_tree(zone: Any) -> list[Any] | None:
    """Return a named or fixed time zone as JSON; None for no zone and for zones of other types."""
    if type(zone) is ZoneInfo and zone.key is not None:
        return ["zone", zone.key]
    if type(zone) is timezone:
        offset = zone.utcoffset(None)
        return ["offset", offset.days, offset.seconds, offset.microseconds, zone.tzname(None)]
    return None


def zone_of(tree: Any) -> ZoneInfo | timezone | None:
    """Return the time zone of a tree that `zone_tree` made."""
    if tree is None:
        return None
    kind, *parts = tree
    if kind == "zone":
        return ZoneInfo(*parts)
    *offset, name = parts
    plain = timezone(timedelta(*offset))
    return plain if plain.tzname(None) == name else timezone(timedelta(*offset), name)


@encodes(timedelta)
def _timedelta(_encoder: Encoder, value: timedelta) -> Tree:
    return ["datetime:timedelta", value.days, value.seconds, value.microseconds]


@decodes("datetime:timedelta")
def _read_timedelta(_decoder: Decoder, tree: list[Any]) -> timedelta:
    return timedelta(*tree[1:4])


@encodes(Decimal)
def _decimal(_encoder: Encoder, value: Decimal) -> Tree:
    _capped(value)
    return ["decimal:decimal", str(value)]


@decodes("decimal:decimal")
def _read_decimal(_decoder: Decoder, tree: list[Any]) -> Decimal:
    return _capped(Decimal(tree[1]))


def _capped(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and abs(exponent) > MAX_EXPONENT:
        raise Refused(f"a Decimal with an exponent beyond {MAX_EXPONENT}")
    return value


@encodes(Fraction)
def _fraction(encoder: Encoder, value: Fraction) -> Tree:
    return ["fractions:fraction", *encoder.items((value.numerator, value.denominator))]


@decodes("fractions:fraction")
def _read_fraction(decoder: Decoder, tree: list[Any]) -> Fraction:
    numerator, denominator = decoder.items(tree[1:3])
    if type(numerator) is not int or type(denominator) is not int:
        raise Refused("a Fraction of anything but two integers")
    return Fraction(numerator, denominator)
