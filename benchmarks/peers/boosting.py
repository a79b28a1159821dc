"""Writes tests/Learning.Tests/Fixtures/boosting.json: what scikit-learn's HistGradientBoostingClassifier answers.

    /usr/bin/python3 benchmarks/peers/boosting.py DATA > tests/Learning.Tests/Fixtures/boosting.json

DATA is the folder that MONITORINGDEMO_DATA names. Needs Debian's python3-sklearn. Every data set is in the order of its
time; the first 60 % of the rows train, the rest test. The answers stand as bits, the first row in the highest bit, base64.
"""
import base64
import csv
import gzip
import json
import math
import os
import sys

import numpy
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier

# File, label, column of time, categorical features, columns that are no features.
SETS = {
    "songs": ("music_hit_stream.csv.gz", "hit", "stream_date", ["key", "mode", "time_signature"],
              ["song_id", "title", "artist", "decade"]),
    "elec2": ("elec2.csv.gz", "label_up", "timestamp", ["day"], ["row", "date"]),
    "fma": ("fma_rock_hiphop.csv.gz", "label_rock", "date_created", [], ["track_id", "title", "genre_top"]),
    "bank": ("bank_marketing.csv.gz", "label_subscribed", "year_month",
             ["job", "marital", "education", "default", "housing", "loan", "contact", "month", "poutcome"],
             ["row", "duration"]),
    "shoppers": ("online_shoppers.csv.gz", "label_revenue", "month_number",
                 ["Month", "OperatingSystems", "Browser", "Region", "TrafficType", "VisitorType", "Weekend"], []),
    "heart": ("heart_disease_4sites.csv", "label_disease", "site_order",
              ["sex", "cp", "fbs", "restecg", "exang", "slope", "thal"], ["site"]),
}


def read(path):
    opened = gzip.open(path, "rt", encoding="utf-8", newline="") if path.endswith(".gz") else open(path, encoding="utf-8", newline="")
    with opened as file:
        return list(csv.DictReader(file))


def numbers(rows, column):
    return [float(row[column]) if row[column] != "" else math.nan for row in rows]


def codes(rows, column, known):
    """Categories as codes; missing and those that training did not see are missing."""
    return [known.index(row[column]) if row[column] in known else math.nan for row in rows]


def measured(folder, name):
    file, label, time, categorical, ignored = SETS[name]
    rows = read(os.path.join(folder, file))
    order = numbers(rows, time) if name in ("shoppers", "heart") else [row[time] for row in rows]
    if any(a > b for a, b in zip(order, order[1:])):
        raise ValueError(f"{file} is not in the order of {time}")
    names = [column for column in rows[0] if column not in ignored and column not in (label, time)]
    cut = len(rows) * 6 // 10
    features = [{"name": feature} for feature in names]
    columns = []
    for feature in features:
        if feature["name"] in categorical:
            feature["categories"] = sorted({row[feature["name"]] for row in rows[:cut]} - {""})
            columns.append(codes(rows, feature["name"], feature["categories"]))
        else:
            columns.append(numbers(rows, feature["name"]))
    x, y = numpy.array(columns).T, numpy.array([int(row[label]) for row in rows])
    model = HistGradientBoostingClassifier(
        max_iter=150, max_leaf_nodes=31, learning_rate=0.1, early_stopping=False, random_state=0,
        categorical_features=["categories" in feature for feature in features])
    answers = model.fit(x[:cut], y[:cut]).predict(x[cut:])
    return {
        "file": file, "label": label, "features": features, "trainingRows": cut, "testRows": len(rows) - cut,
        "accuracy": float((answers == y[cut:]).mean()),
        "answers": base64.b64encode(numpy.packbits(answers.astype(numpy.uint8)).tobytes()).decode("ascii"),
    }


def main():
    folder = sys.argv[1]
    json.dump({"sklearn": sklearn.__version__, "sets": {name: measured(folder, name) for name in SETS}}, sys.stdout, separators=(",", ":"))


if __name__ == "__main__":
    main()
