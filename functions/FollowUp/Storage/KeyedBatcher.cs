namespace FollowUp.Storage;

/// <summary>
/// One answer at a time for each key; whoever asks while one is being given goes together with the others who came meanwhile. A
/// lone question costs what it always did, a crowd shares its requests.
/// </summary>
/// <param name="answer">Answers some questions of one key, in their order.</param>
/// <param name="most">Questions that go together.</param>
public sealed class KeyedBatcher<TAsk, TAnswer>(Func<string, IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> answer, int most)
{
    private readonly Lock gate = new();

    /// <summary>The keys that are being answered, and who waits there.</summary>
    private readonly Dictionary<string, Queue<Waiting>> lines = [];

    public Task<TAnswer> Submit(string key, TAsk ask) => SubmitAll(key, [ask])[0];

    public IReadOnlyList<Task<TAnswer>> SubmitAll(string key, IReadOnlyList<TAsk> asks)
    {
        Waiting[] mine = [.. asks.Select(ask => new Waiting(ask))];
        if (Queue(key, mine))
        {
            _ = Serve(key);
        }

        return [.. mine.Select(one => one.Answer)];
    }

    /// <returns>Whether nobody serves that key yet.</returns>
    private bool Queue(string key, IEnumerable<Waiting> some)
    {
        lock (gate)
        {
            bool isNew = !lines.TryGetValue(key, out Queue<Waiting>? line);
            if (isNew)
            {
                lines.Add(key, line = new());
            }

            foreach (Waiting one in some)
            {
                line!.Enqueue(one);
            }

            return isNew;
        }
    }

    private async Task Serve(string key)
    {
        while (Next(key) is { Count: > 0 } some)
        {
            await Serve(key, some);
        }
    }

    private async Task Serve(string key, List<Waiting> some)
    {
        try
        {
            IReadOnlyList<TAnswer> answers = await answer(key, [.. some.Select(one => one.Ask)]);
            for (int index = 0; index < some.Count; index++)
            {
                some[index].Hear(answers[index]);
            }
        }
        catch (Exception failure) when (some.Count == 1 || failure is StoreUnavailableException)
        {
            some.ForEach(one => one.Hear(failure));
        }
        catch (Exception)
        {
            // Nobody fails for another's fault: each by itself hears its own.
            foreach (Waiting one in some)
            {
                await Serve(key, [one]);
            }
        }
    }

    private List<Waiting> Next(string key)
    {
        lock (gate)
        {
            Queue<Waiting> line = lines[key];
            List<Waiting> some = [];
            while (some.Count < most && line.TryDequeue(out Waiting? one))
            {
                some.Add(one);
            }

            if (some.Count == 0)
            {
                _ = lines.Remove(key);
            }

            return some;
        }
    }

    private sealed class Waiting(TAsk ask)
    {
        private readonly TaskCompletionSource<TAnswer> heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TAsk Ask => ask;

        public Task<TAnswer> Answer => heard.Task;

        public void Hear(TAnswer answer) => heard.SetResult(answer);

        public void Hear(Exception failure) => heard.SetException(failure);
    }
}
