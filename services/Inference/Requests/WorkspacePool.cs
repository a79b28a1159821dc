using System.Collections.Concurrent;

namespace MonitoringDemo.Inference.Requests;

internal sealed class WorkspacePool
{
    private const int Most = 32;
    private readonly ConcurrentBag<Workspace> _free = [];

    public Workspace Rent() => _free.TryTake(out var workspace) ? workspace : new Workspace();

    public void Return(Workspace workspace)
    {
        if (workspace.Reset() && _free.Count < Most) _free.Add(workspace);
    }
}
