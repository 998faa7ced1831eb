#!/usr/bin/env python3
"""The rules of Benchmarks/policy.yaml as arrays in polars, all customers at once, day by day; counts only, no messages.

usage: with_polars.py BOOKS FROM DAYS     (needs polars; Benchmarks/measure makes an environment that has it)
"""
import datetime
import json
import sys

import polars as pl

TIERS = ("first", "second", "third", "final")
NEVER = 1 << 30


def read(folder):
    invoices = pl.scan_csv(f"{folder}/invoices.csv", try_parse_dates=True)
    payments = pl.scan_csv(f"{folder}/payments.csv").group_by("invoice_number").agg(paid=pl.col("amount").sum())
    customers = pl.scan_csv(f"{folder}/customers.csv").select(
        "customer_id", vip=pl.col("tags").fill_null("").str.split(";").list.contains("vip")
    )
    rate = pl.col("currency").replace_strict({"GBP": 1.0, "EUR": 0.85, "USD": 0.75}, return_dtype=pl.Float64)
    return (
        invoices.filter(pl.col("status") != "paid")
        .join(payments, on="invoice_number", how="left")
        .join(customers, on="customer_id")
        .with_columns(balance=pl.col("amount") - pl.col("paid").fill_null(0))
        .filter(pl.col("balance") > 0)
        .with_columns(base=pl.col("balance") * rate, due=pl.col("due_date").to_physical().cast(pl.Int32))
        .filter(pl.col("base") >= 10)
        .sort("customer_id")
        .collect()
    )


def opened(day):
    weekday = (day + 3) % 7  # day 0, 1970-01-01, was a Thursday
    return pl.when(weekday < 5).then(day).otherwise(day + 7 - weekday)


def planned(index):
    gentle = (10, 30, NEVER, NEVER)[index]
    standard = (5, 12, 20, 30)[index]
    days = pl.when(pl.col("vip")).then(gentle).otherwise(standard)
    return pl.when(days == NEVER).then(NEVER).otherwise(opened(pl.col("due") + days)).cast(pl.Int32)


def main(folder, start, days):
    frame = read(folder).select(
        "vip", "due", "base",
        customer=pl.col("customer_id").rle_id(),
        **{f"planned{index}": planned(index) for index in range(4)},
    )
    frame = frame.with_columns(
        earliest=pl.col("planned0"), step=pl.lit(0, pl.Int8), quiet_to=pl.lit(0, pl.Int32),
        held_from=pl.when(pl.col("base") >= 1000).then(pl.col("due") + 60).otherwise(NEVER),
    )
    first = (datetime.date.fromisoformat(start) - datetime.date(1970, 1, 1)).days
    counts = dict.fromkeys(TIERS, 0)
    for day in range(first, first + days):
        if (day + 3) % 7 >= 5:
            continue
        frame = frame.with_columns(
            reached=(pl.col("earliest") <= day) & (day < pl.col("held_from")) & (pl.col("quiet_to") <= day)
        )
        sent = frame.filter("reached").group_by("customer").agg(tier=pl.col("step").max())
        for tier, count in sent["tier"].value_counts().iter_rows():
            counts[TIERS[tier]] += count
        step = pl.col("step")
        at = lambda offset: pl.coalesce(
            pl.when(step + offset == index).then(pl.col(f"planned{index}")) for index in range(4)
        ).fill_null(NEVER)
        later = pl.when(at(1) >= NEVER).then(NEVER).otherwise(
            pl.max_horizontal(at(1), pl.lit(day + 1), day + at(1) - at(0))
        )
        frame = frame.join(sent.select("customer", is_sent=pl.lit(True)), on="customer", how="left", maintain_order="left")
        frame = frame.with_columns(
            earliest=pl.when("reached").then(later).otherwise("earliest").cast(pl.Int32),
            step=pl.when("reached").then(step + 1).otherwise(step),
            quiet_to=pl.when(pl.col("is_sent").fill_null(False)).then(day + 5).otherwise("quiet_to").cast(pl.Int32),
        ).drop("is_sent")
    print(json.dumps({"kind": "summary", "messages": sum(counts.values()), "by_tier": counts}))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
