"""The recovery as SimPy processes, one event a step, on one core. Prints one line of JSON."""

import json
import random

import simpy

from model import Model, fastest, parameters, quantiles


class Recovery:
    def __init__(self, model, rng):
        self.model = model
        self.rng = rng
        self.environment = simpy.Environment()

    def takes(self, step):
        """The event that a step has ended."""
        model, rng = self.model, self.rng
        if step in model.uniform:
            return self.environment.timeout(rng.uniform(*model.uniform[step]))
        return self.environment.timeout(rng.lognormvariate(*model.lognormal[step]))

    def one_after_another(self, steps):
        for step in steps:
            yield self.takes(step)

    def group(self):
        environment = self.environment
        yield self.takes("group.call")
        steps = ("node.launch", "node.ready", "node.pull", "pod.ready")
        nodes = range(self.model.nodes_per_group)
        yield environment.all_of(
            [environment.process(self.one_after_another(steps)) for _ in nodes]
        )
        yield self.takes("group.register")

    def whole(self):
        environment, model = self.environment, self.model
        yield self.takes("detect.phase")
        yield environment.timeout(model.further_probes + model.probe_timeout)
        yield self.takes("detect.publish")
        yield self.takes("plan.start")
        database = ("db.call", "db.promote", "db.endpoint", "db.verify")
        parts = [self.one_after_another(database), self.one_after_another(("efs.call", "efs.delete"))]
        parts += [self.group() for _ in model.groups]
        yield environment.all_of([environment.process(part) for part in parts])
        yield self.takes("ga.phase")
        yield environment.timeout(model.further_probes)
        yield self.takes("ga.response")
        yield self.takes("ga.spread")

    def run(self):
        """Seconds until clients are served; the lags are drawn as everywhere else."""
        self.environment.run(self.environment.process(self.whole()))
        for lag in ("db.lag", "efs.lag"):
            self.rng.lognormvariate(*self.model.lognormal[lag])
        return self.environment.now


def main():
    given = parameters()
    model = Model(given.model)
    rng = random.Random(given.seed)
    durations = []

    def evaluate(_):
        durations.extend(Recovery(model, rng).run() for _ in range(given.runs))

    seconds = fastest(evaluate, given.rounds)
    durations.sort()
    answer = {
        "version": simpy.__version__,
        "oneCore": given.runs / seconds,
        **quantiles(durations),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
