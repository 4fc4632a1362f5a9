using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Scripts;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>Addresses that letters do not reach any more, and somebody who writes down others.</summary>
public sealed partial class World
{
    private static readonly Duration Again = Duration.FromMinutes(1);

    private readonly Dictionary<string, string> corrections = [];
    private int mended;

    /// <summary>What is written on letters, and whom they reach.</summary>
    public Addresses Addresses { get; } = new();

    private async Task Spoil(Trouble trouble)
    {
        string person = trouble.Where!;
        if (Addresses.Now(person) is not null)
        {
            return;
        }

        string kind = (trouble.Count % 3) switch { 0 => "unwritable", 1 => "refused", _ => "delayed" };
        string current = Addresses.Of(person) ?? Register.People[person].Address;
        string written = Addresses.Break(person, current, kind, Now);
        if (written != current)
        {
            await Write(person, written);
        }

        Later(trouble.For, () => Mend(person));
    }

    /// <summary>As an earlier version took it: the door is narrower today. Every host reads the people anew.</summary>
    private async Task Write(string person, string address)
    {
        TableClient people = Rows.GetTableClient("People");
        TableEntity row = await people.GetEntityAsync<TableEntity>("register", person);
        JsonNode content = JsonNode.Parse(row.GetString("Content"))!;
        content["email"] = address;
        row["Content"] = content.ToJsonString();
        using Azure.Response written = await people.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        TableEntity last = await people.GetEntityAsync<TableEntity>("register", "~last");
        last["Written"] = $"{last.GetString("Written")}~";
        using Azure.Response told = await people.UpdateEntityAsync(last, last.ETag, TableUpdateMode.Replace);
        Keep(person, address);
    }

    /// <summary>Somebody corrects it, and tries until it is taken.</summary>
    private async Task Mend(string person)
    {
        if (Addresses.Now(person) is null)
        {
            return;
        }

        Person corrected = Corrected(Register.People[person]);
        Addresses.Write(person, corrected.Address, Now);
        if (await Reach("PUT", $"/api/people/{person}", corrected.Json.ToJsonString(), null) is { Status: 200 })
        {
            Mended(corrected);
            return;
        }

        // Where nobody hears it, once somebody may.
        Instant next = Awake is null ? returns.Max(one => one.At) : Now;
        Later(next - Now + Again, () => Mend(person));
    }

    /// <summary>With an address that nobody has complained of.</summary>
    private Person Corrected(Person person) =>
        Addresses.Now(person.Id) is null ? person with { Address = Addresses.Of(person.Id) ?? person.Address }
        : person with
        {
            Address = corrections.TryGetValue(person.Id, out string? one)
            ? one
            : corrections[person.Id] = $"{person.Id}.{++mended}@sim.example"
        };

    private void Mended(Person corrected)
    {
        Addresses.Mend(corrected.Id, Now);
        _ = corrections.Remove(corrected.Id);
        Keep(corrected.Id, corrected.Address);
    }

    /// <summary>Whoever is written anew for something else brings a good address along, where theirs was none.</summary>
    private async Task Rewrite(Person person)
    {
        Person corrected = Corrected(person);
        Addresses.Write(person.Id, corrected.Address, Now);
        await Rewrite($"/api/people/{person.Id}", corrected.Json, register => register with
        {
            People = new Dictionary<string, Person>(register.People) { [person.Id] = corrected },
        });
        Mended(corrected);
    }

    /// <summary>No notice of any item depends on it: the register is the same to them.</summary>
    private void Keep(string person, string address)
    {
        if (registers[^1].What.People is Dictionary<string, Person> people)
        {
            people[person] = people[person] with { Address = address };
        }
    }
}
