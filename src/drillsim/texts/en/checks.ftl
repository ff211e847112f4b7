# Rules judged from the files and the network alone, without a simulation.

## Contradictions between the files

problem-function-circle = Functions need each other in a circle: { $functions }. Decide which one can come back first and take one of these needs out.
