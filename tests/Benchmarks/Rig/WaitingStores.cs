using System.Globalization;
using FollowUp.Tables;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Benchmarks.Rig;

/// <summary>
/// Stores in which so many items wait: assigned and told so yesterday, with nothing to say before the day after tomorrow. Those in
/// files are made once for each number, in a folder that may outlive the run, and copied for everybody who asks.
/// </summary>
/// <param name="isFile">Else each is an emulator of its own, filled anew.</param>
internal sealed class WaitingStores(string folder, bool isFile, Report report)
{
    private const int ItemsPerAgreement = 250;

    /// <summary>Due dates lie in three quarters of a year, so that no day has many.</summary>
    private const int DueDays = 270;

    private static readonly DateTimeOffset Assigned = new(2020, 5, 11, 10, 0, 0, SampleData.Offset);

    /// <summary>Whoever looks at them comes the same evening.</summary>
    public static DateTimeOffset Later { get; } = new(2020, 5, 11, 18, 0, 0, SampleData.Offset);

    public static string Agreement(int n) => string.Create(CultureInfo.InvariantCulture, $"waiting-{n:D4}");

    /// <summary>A store of one's own with so many waiting.</summary>
    public async Task<Store> Open(int items)
    {
        if (!isFile)
        {
            Store emulator = await Store.Emulator();
            await Fill(emulator, items);
            return emulator;
        }

        string copy = await CopyFile(items);
        Store store = Store.FileAt(copy);
        return store with
        {
            End = async () =>
            {
                await store.End();
                Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
            },
        };
    }

    /// <summary>The same, for a process of its own: the file, which is in use by nobody.</summary>
    public async Task<string> CopyFile(int items)
    {
        string made = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"waiting-{items}.db"));
        if (!File.Exists(made))
        {
            await using Store store = Store.FileAt(made);
            await Fill(store, items);
        }

        string copy = Path.Combine(Directory.CreateTempSubdirectory("followup-waiting-").FullName, "followup.db");
        SqliteTables.Backup(made, copy);
        return copy;
    }

    private async Task Fill(Store store, int items)
    {
        await using AppHost app = await AppHost.Start(store, new(Assigned));
        TimeSpan took = await BulkRegistration.Register(app, "waiting", items, ItemsPerAgreement, n =>
            LocalDatePattern.Iso.Format(new LocalDate(2020, 9, 1).PlusDays(n % DueDays)));
        if (items > 0)
        {
            string name = $"{store.Name}: items registered and assigned, {ItemsPerAgreement} an agreement, {items} in all";
            report.Add(name, items / took.TotalSeconds, "/s");
        }
    }
}
