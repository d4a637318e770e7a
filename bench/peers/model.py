"""What both peers share: recovery-model.json, the command line, and how a peer answers."""

import argparse
import json
import math
import time

NORMAL_P99 = 2.3263478740408408


class Model:
    """Steps by name: (low, high) of the uniform ones, (mu, sigma) of the lognormal ones; seconds."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            model = json.load(file)
        self.groups = model["groups"]
        self.nodes_per_group = model["nodesPerGroup"]
        check = model["check"]
        self.further_probes = (check["threshold"] - 1) * check["interval"]
        self.probe_timeout = check["probe_timeout"]
        self.uniform = {}
        self.lognormal = {}
        for name, step in model["steps"].items():
            if step["kind"] == "uniform":
                self.uniform[name] = (step["low"], step["high"])
            else:
                sigma = math.log(step["p99"] / step["median"]) / NORMAL_P99
                self.lognormal[name] = (math.log(step["median"]), sigma)


def parameters():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def fastest(evaluate, rounds):
    """Seconds of the fastest round: whatever else the machine does only ever adds to it."""
    best = math.inf
    for number in range(rounds):
        start = time.perf_counter()
        evaluate(number)
        best = min(best, time.perf_counter() - start)
    return best


def quantiles(sorted_durations):
    """p50, p90 and p99 by nearest rank."""
    last = len(sorted_durations) - 1
    return {f"p{share}S": float(sorted_durations[round(share / 100 * last)]) for share in (50, 90, 99)}
