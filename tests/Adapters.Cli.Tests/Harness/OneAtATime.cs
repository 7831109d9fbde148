// Runs under a virtual clock wait for the thread pool to be quiet; other tests beside them would keep it busy.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
