"""What a plugin for Blender would do: ask the engine for a level, and make a mesh of it."""

import gamecore

ground = gamecore.ground("levels.rhai", 1)
vertices = [(x, 0.0, round(height, 1)) for x, height in enumerate(ground)]
print(f"{len(vertices)} vertices, the first at {vertices[0]}, the highest at {max(ground):.1f}")

points = gamecore.simulate("levels.rhai", 3, list(range(1, 101)))
print(f"{sum(score > 0 for score in points)} of 100 flights land, the best has {max(points)} points")
