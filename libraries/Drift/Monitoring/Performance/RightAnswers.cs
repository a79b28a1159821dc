using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>Counts the answers that were right since the last report, the fleet's and those of the model that is never updated.</summary>
internal sealed class RightAnswers(ITask task)
{
    private int _outcomes, _fleetCorrect, _staticCorrect;

    public void Add(double score, double staticScore, byte label)
    {
        _outcomes++;
        if (task.IsRight(score, label)) _fleetCorrect++;
        if (task.IsRight(staticScore, label)) _staticCorrect++;
    }

    /// <summary>What was counted, null when no outcome arrived; counting begins anew.</summary>
    public AccuracySince? Take()
    {
        var accuracy = _outcomes == 0 ? null : new AccuracySince(_outcomes, _fleetCorrect, _staticCorrect);
        (_outcomes, _fleetCorrect, _staticCorrect) = (0, 0, 0);
        return accuracy;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_outcomes);
        writer.Write(_fleetCorrect);
        writer.Write(_staticCorrect);
    }

    public void Restore(BinaryReader reader) => (_outcomes, _fleetCorrect, _staticCorrect) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
}
