package app.barker.bark;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BarkRepository extends Repository<Bark, Long> {

    Bark saveAndFlush(Bark bark);

    /** Waits for others who are deleting it, and then finds it gone. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Bark b where b.id = :id")
    Optional<Bark> lockForDeleting(long id);

    Optional<Bark> findByAuthorIdAndPostKey(long authorId, UUID postKey);

    void delete(Bark bark);
}
