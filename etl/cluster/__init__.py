"""A build on more than one machine: each partition of the input is read, checked and stored by a worker of dask."""
