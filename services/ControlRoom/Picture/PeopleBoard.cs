using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What waits for people and whether releases are frozen, made of decisions and releases.</summary>
internal static class PeopleBoard
{
    private const int MostShown = 20;

    /// <summary>With what a decision says of them; the same status where it says nothing.</summary>
    public static Status Of(Status status, DecisionMade message)
    {
        switch (message.Action)
        {
            case DecisionActions.Freeze when message.Row >= status.FreezeToldAt:
                return status with { Freeze = new FreezeShown(message.Row, message.By, message.Reason), FreezeToldAt = message.Row };
            case DecisionActions.Unfreeze when message.Row >= status.FreezeToldAt:
                return status with { Freeze = null, FreezeToldAt = message.Row };
            case DecisionActions.AwaitApproval when message.Version is { } version:
                var waits = new WaitingShown(version, message.UpdateId, message.Row, message.Missing ?? 0, message.Reason);
                return status with { Waiting = [.. status.Waiting.Where(other => other.Version != version && other.UpdateId != message.UpdateId).Append(waits).TakeLast(MostShown)] };
            case DecisionActions.Approve:
                return status with { Waiting = [.. status.Waiting.Select(other => other.Version == message.Version ? other with { Missing = message.Missing ?? other.Missing } : other)] };
            case DecisionActions.Reject or DecisionActions.RollBack:
                return Without(status, message.Version);
            default:
                return status;
        }
    }

    /// <summary>What was released waits no more.</summary>
    public static Status Of(Status status, ReleaseChanged message) => Without(Without(status, message.Champion.Version), message.Shadow?.Version);

    private static Status Without(Status status, int? version) =>
        status.Waiting.Any(waiting => waiting.Version == version) ? status with { Waiting = [.. status.Waiting.Where(waiting => waiting.Version != version)] } : status;
}
