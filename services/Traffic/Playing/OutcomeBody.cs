namespace MonitoringDemo.Traffic.Playing;

/// <summary>The request that reports outcomes: <c>{"outcomes":[{"id":"p-5000","label":1}]}</c>.</summary>
internal sealed class OutcomeBody
{
    private const int MaxOutcomes = 1_000;

    private readonly JsonBody _body = new();
    private readonly List<(long Id, byte Label)> _outcomes = new(MaxOutcomes);

    public int Count => _outcomes.Count;

    public bool IsFull => Count >= MaxOutcomes;

    public void Clear() => _outcomes.Clear();

    /// <param name="id">The number in the prediction's id.</param>
    /// <param name="label">What became of it.</param>
    public void Add(long id, byte label) => _outcomes.Add((id, label));

    public ReadOnlyMemory<byte> Write()
    {
        _body.Clear();
        var before = "{\"outcomes\":[{\"id\":\"p-"u8;
        foreach (var (id, label) in _outcomes)
        {
            _body.Add(before);
            _body.Add(id);
            _body.Add("\",\"label\":"u8);
            _body.Add((long)label);
            before = "},{\"id\":\"p-"u8;
        }

        _body.Add(_outcomes.Count == 0 ? "{\"outcomes\":[]}"u8 : "}]}"u8);
        return _body.Bytes;
    }
}
