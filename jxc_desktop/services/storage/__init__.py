"""The shop file: engine, unit of work, triggers, faults, backup."""
