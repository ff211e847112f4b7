"""Seconds a simulated year of relsad's own RBTS Bus 2, printed as JSON; run by the interpreter that has relsad."""

import json
import time
from tempfile import TemporaryDirectory

from relsad.examples.RBTS2.load_and_prod import set_network_load_and_prod
from relsad.examples.RBTS2.network import initialize_network
from relsad.simulation import Simulation
from relsad.Time import Time, TimeStamp, TimeUnit

DAYS = 30


def main() -> None:
    """Thirty days in steps of five minutes, as its own example takes them; a year is so many times as long."""
    system = set_network_load_and_prod(power_system=initialize_network())
    begin = time.process_time()
    with TemporaryDirectory() as folder:
        Simulation(system, random_seed=1).run_monte_carlo(
            iterations=1,
            start_time=TimeStamp(2019, 1, 1, 0, 0, 0),
            stop_time=TimeStamp(2019, 1, 1 + DAYS, 0, 0, 0),
            time_step=Time(5, TimeUnit.MINUTE),
            time_unit=TimeUnit.HOUR,
            save_dir=folder,
            debug=False,
        )
    print(json.dumps({"s_a_year": (time.process_time() - begin) * 365 / DAYS}))


if __name__ == "__main__":
    main()
