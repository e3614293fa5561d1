"""Where articles come from: files, folders, feeds, tables, web archives; all accounted for."""
