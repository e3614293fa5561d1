"""When and where a happening was, as the reports of one story tell it."""
