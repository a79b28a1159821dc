using MonitoringDemo.ControlRoom;

namespace MonitoringDemo.Demo.Live;

/// <summary>The button of the page, as the live demo waits for it.</summary>
internal sealed class StartOver : IStartOver
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody has asked.</summary>
    public Task Asked => _asked.Task;

    public void Begin() => _asked.TrySetResult();
}
