"""Every way in: the command line, the pages, later the service."""
