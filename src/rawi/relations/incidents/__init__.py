"""Events of several reports that are one happening."""
