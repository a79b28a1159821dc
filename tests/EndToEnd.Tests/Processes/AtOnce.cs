// Nearly all of their time these tests wait for other processes: more of them than there are processors run at a time.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
