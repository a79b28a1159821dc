namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Counts the answers that were right since the last report, the fleet's and those of the model that is never updated.</summary>
internal sealed class RightAnswers
{
    private int _outcomes, _fleetCorrect, _staticCorrect;

    public void Add(double score, double staticScore, bool label)
    {
        _outcomes++;
        if (score >= 0.5 == label) _fleetCorrect++;
        if (staticScore >= 0.5 == label) _staticCorrect++;
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
