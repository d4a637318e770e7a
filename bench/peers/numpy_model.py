"""The recovery as vectorised NumPy, on one core and on two. Prints one line of JSON."""

import json
import multiprocessing

import numpy

from model import Model, fastest, parameters, quantiles

# Runs at a time: few enough for the cache, many enough that Python's own time does not count.
BATCH = 10_000


def batch(model, rng, runs):
    def lognormal(name, shape):
        mu, sigma = model.lognormal[name]
        values = rng.standard_normal(shape)
        values *= sigma
        values += mu
        return numpy.exp(values, out=values)

    def uniform(name, shape):
        low, high = model.uniform[name]
        values = rng.random(shape)
        values *= high - low
        values += low
        return values

    start = uniform("detect.phase", runs)
    start += model.further_probes + model.probe_timeout
    start += lognormal("detect.publish", runs)
    start += lognormal("plan.start", runs)

    serve = lognormal("db.call", runs)
    serve += lognormal("db.promote", runs)
    serve += uniform("db.endpoint", runs)
    serve += lognormal("db.verify", runs)

    files = lognormal("efs.call", runs)
    files += lognormal("efs.delete", runs)
    numpy.maximum(serve, files, out=serve)

    for _ in model.groups:
        shape = (model.nodes_per_group, runs)
        nodes = lognormal("node.launch", shape)
        for step in ("node.ready", "node.pull", "pod.ready"):
            nodes += lognormal(step, shape)
        group = nodes.max(axis=0)
        group += lognormal("group.call", runs)
        group += uniform("group.register", runs)
        numpy.maximum(serve, group, out=serve)

    rto = serve
    rto += start
    rto += uniform("ga.phase", runs)
    rto += model.further_probes
    rto += uniform("ga.response", runs)
    rto += lognormal("ga.spread", runs)
    return rto, lognormal("db.lag", runs), lognormal("efs.lag", runs)


def evaluate(path, seed, runs):
    model = Model(path)
    rng = numpy.random.Generator(numpy.random.SFC64(seed))
    durations = numpy.empty(runs)
    for first in range(0, runs, BATCH):
        size = min(BATCH, runs - first)
        durations[first : first + size] = batch(model, rng, size)[0]
    return durations


def longest(path, seed, runs):
    """For a second process, which so has nothing to send back."""
    return float(evaluate(path, seed, runs).max())


def main():
    given = parameters()
    path, runs, rounds = given.model, given.runs, given.rounds
    half = runs // 2
    one_core = fastest(lambda number: evaluate(path, [given.seed, number], runs), rounds)
    with multiprocessing.Pool(2) as pool:
        seeds = [(path, [given.seed, core], half) for core in range(2)]
        two_cores = fastest(lambda _: pool.starmap(longest, seeds), rounds)
    durations = numpy.sort(evaluate(path, given.seed, runs))
    answer = {
        "version": numpy.__version__,
        "oneCore": runs / one_core,
        "twoCores": 2 * half / two_cores,
        **quantiles(durations),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
